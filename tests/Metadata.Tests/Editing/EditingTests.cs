using System.Net;
using System.Net.Http.Json;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class EditingTests(MetadataApp app)
{
    [Fact]
    public async Task An_edit_survives_the_next_upload()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Брат 1", 1996) with { Genres = ["комедия"], Description = "старое", Rating = 5 };
        var id = (await caller.PutAsync(upload)).Results[0].MovieId!.Value;
        await caller.SendAsync(HttpMethod.Patch, $"movies/{id}", """{"title":"Брат","year":1997,"genres":["Драма","криминал"],"rating":null}""");

        await caller.PutAsync(upload with { Title = "Брат полностью", Genres = ["ужасы"], Description = "новое", Rating = 9 });

        var movie = await caller.GetAsync(id);
        Assert.Equal(("Брат", 1997, null, "новое"), (movie.Title, movie.Year, movie.Rating, movie.Description));
        Assert.Equal("драма, криминал", string.Join(", ", movie.Genres));
        Assert.Equal(["Брат"], await caller.TitlesAsync("q=брат&genre=драма&yearFrom=1997"));
    }

    [Fact]
    public async Task An_upload_under_the_old_title_still_joins_the_edited_film()
    {
        var caller = await app.EmptyAsync();
        var id = (await caller.PutAsync(Uploads.Of("Ассса", 1987))).Results[0].MovieId!.Value;
        await caller.SendAsync(HttpMethod.Patch, $"movies/{id}", """{"title":"Асса"}""");

        var report = await caller.PutAsync(Uploads.Of("Ассса", 1987, "archive"), Uploads.Of("Асса", 1987, "file"));

        Assert.All(report.Results, result => Assert.Equal((UpsertStatus.Merged, id), (result.Status, result.MovieId)));
    }

    [Theory]
    [InlineData("""{"yaer":1997}""", "yaer")]
    [InlineData("""{"year":"1997","rating":11}""", "rating year")]
    [InlineData("""{"title":""}""", "title")]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"isActive":null}""", "isActive")]
    [InlineData("""{"ageRating":7}""", "ageRating")]
    [InlineData("""{"imageUrl":"ftp://a.example/1.jpg"}""", "imageUrl")]
    [InlineData("""{"genres":[1]}""", "genres")]
    [InlineData("""{"id":5,"views":5}""", "id views")]
    public async Task A_wrong_edit_names_its_fields_and_changes_nothing(string edit, string fields)
    {
        var caller = await app.EmptyAsync();
        var id = (await caller.PutAsync(Uploads.Of("Курьер", 1986))).Results[0].MovieId!.Value;

        using var response = await caller.SendAsync(HttpMethod.Patch, $"movies/{id}", edit);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(fields, Caller.ErrorNames(await Caller.ProblemAsync(response)));
        Assert.Equal("Курьер", (await caller.GetAsync(id)).Title);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("")]
    public async Task An_edit_that_is_no_object_is_a_problem(string edit)
    {
        using var response = await app.Caller().SendAsync(HttpMethod.Patch, "movies/1", edit);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await Caller.ProblemAsync(response);
    }

    [Fact]
    public async Task A_created_film_waits_for_its_upload()
    {
        var caller = await app.EmptyAsync();

        using var response = await caller.SendAsync(
            HttpMethod.Post, "movies", """{"title":"Цвет граната","year":1968,"countries":["СССР"],"directors":["Сергей Параджанов"]}""");
        var created = (await response.Content.ReadFromJsonAsync(MetadataJson.Default.MovieDetails))!;
        var report = await caller.PutAsync(Uploads.Of("Цвет граната", 1968) with { Views = 3 });

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/movies/{created.Id}"), (response.StatusCode, $"{response.Headers.Location}"));
        Assert.Equal((null, false), (created.SourceUrl, created.IsAvailable));
        Assert.Equal((UpsertStatus.Merged, created.Id), (report.Results[0].Status, report.Results[0].MovieId));
        Assert.Equal((3, true), ((await caller.GetAsync(created.Id)).Views, (await caller.GetAsync(created.Id)).IsAvailable));
    }

    [Fact]
    public async Task A_film_is_not_created_without_a_title()
    {
        using var response = await app.Caller().SendAsync(HttpMethod.Post, "movies", """{"year":3000}""");

        Assert.Equal((HttpStatusCode.BadRequest, "title year"), (response.StatusCode, Caller.ErrorNames(await Caller.ProblemAsync(response))));
    }

    [Fact]
    public async Task A_hidden_film_is_gone_until_it_is_shown_again()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Скрытый", 1990);
        var id = (await caller.PutAsync(upload)).Results[0].MovieId!.Value;
        using var hidden = await caller.SendAsync(HttpMethod.Delete, $"movies/{id}", null);
        await caller.PutAsync(upload with { Views = 9 });

        var (status, _) = await caller.GetProblemAsync($"movies/{id}");
        Assert.Equal((HttpStatusCode.NoContent, 404), (hidden.StatusCode, status));
        Assert.False((await caller.GetAsync(id)).IsActive);
        await caller.SendAsync(HttpMethod.Patch, $"movies/{id}", """{"isActive":true}""");
        Assert.Equal(["Скрытый"], await caller.TitlesAsync(""));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task An_unknown_film_cannot_be_changed(string method)
    {
        using var response = await app.Caller().SendAsync(new HttpMethod(method), "movies/999999", method == "PATCH" ? "{}" : null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await Caller.ProblemAsync(response);
    }

    public sealed class OnSqlite(SqliteApp app) : EditingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : EditingTests(app), IClassFixture<PostgresApp>;
}
