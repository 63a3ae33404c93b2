using System.Net;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class ProvenanceTests(MetadataApp app)
{
    [Fact]
    public async Task Every_value_tells_where_it_comes_from()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1997) with { Views = 3 });
        await caller.PutAsync(Uploads.Of("Брат", 1997, "archive") with { Description = "О братьях", Views = 4 });
        await caller.EditAsync(id, """{"year":1996}""");

        var provenance = await caller.ReadAsync($"movies/{id}/provenance", MetadataJson.Default.MovieProvenance);

        FieldOrigin Field(string name) => provenance.Fields.Single(field => field.Field == name);
        Assert.Equal((FieldLayer.Editor, 1996), (Field("year").Layer, Field("year").Value!.Value.GetInt32()));
        Assert.Equal((FieldLayer.Uploader, "archive", "О братьях"),
            (Field("description").Layer, Field("description").Source, Field("description").Value!.Value.GetString()));
        Assert.Equal((FieldLayer.Uploader, provenance.Videos[0].VideoId), (Field("title").Layer, Field("title").VideoId));
        Assert.Equal((FieldLayer.Computed, 7), (Field("views").Layer, Field("views").Value!.Value.GetInt64()));
        Assert.Equal((FieldLayer.Unknown, null), (Field("rating").Layer, Field("rating").Value));
        Assert.Equal(["rutube", "archive"], provenance.Videos.Select(video => video.Source).ToArray());
        Assert.All(provenance.Videos, video => Assert.False(video.ByHand));
    }

    [Fact]
    public async Task An_unknown_film_has_no_provenance() =>
        Assert.Equal(404, (await app.Caller().GetProblemAsync("movies/999999/provenance")).Status);

    [Theory]
    [InlineData("""{"fields":["views"]}""")]
    [InlineData("""{"fields":[]}""")]
    [InlineData("{}")]
    public async Task Only_fields_that_can_be_locked_are_unlocked(string order)
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1997));

        var (status, problem) = await caller.RefusedAsync(HttpMethod.Post, $"movies/{id}/unlock", order);

        Assert.Equal((HttpStatusCode.BadRequest, "fields"), (status, Caller.ErrorNames(problem)));
    }

    [Fact]
    public async Task An_unlocked_field_takes_what_the_uploads_say_and_an_undo_locks_it_again()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Брат", 1997) with { Description = "старое" };
        var id = await caller.AddAsync(upload);
        await caller.EditAsync(id, """{"year":1996,"description":"своё"}""");
        await caller.PutAsync(upload with { Description = "новое" });

        var movie = await caller.UnlockAsync(id, "description");

        Assert.Equal((1996, "новое", "year"), (movie.Year, movie.Description, Assert.Single(movie.LockedFields!)));
        await caller.UndoAsync("last");
        Assert.Equal(("своё", 2), ((await caller.GetAsync(id)).Description, (await caller.GetAsync(id)).LockedFields!.Count));
    }

    [Fact]
    public async Task Visitors_do_not_see_what_is_locked()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1997));
        await caller.EditAsync(id, """{"year":1996}""");

        var movie = await caller.ReadAsync($"movies/{id}", MetadataJson.Default.MovieDetails);

        Assert.Null(movie.LockedFields);
    }

    public sealed class OnSqlite(SqliteApp app) : ProvenanceTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ProvenanceTests(app), IClassFixture<PostgresApp>;
}
