using System.Net;
using System.Text;
using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Movies;

public abstract class BatchRequestTests(MetadataApp app)
{
    private const string Good = """{"source":"rutube","externalId":"good","sourceUrl":"https://a.example/1","rawTitle":"Т","title":"Терем"}""";

    [Theory]
    [InlineData("""{"year":"1994"}""", "year must be a whole number")]
    [InlineData("""{"year":1887}""", "year must be a whole number from 1888 to 2027")]
    [InlineData("""{"year":2028}""", "year must be a whole number from 1888 to 2027")]
    [InlineData("""{"year":1994.5}""", "year must be")]
    [InlineData("""{"title":null}""", "title is required")]
    [InlineData("""{"title":"   "}""", "title is required")]
    [InlineData("""{"title":7}""", "title must be text, found 7")]
    [InlineData("""{"title":"\ud800"}""", "title must be text")]
    [InlineData("""{"source":""}""", "source is required")]
    [InlineData("""{"externalId":null}""", "externalId is required")]
    [InlineData("""{"sourceUrl":"javascript:alert(1)"}""", "sourceUrl must be an absolute http or https address")]
    [InlineData("""{"imageUrl":"/relative.jpg"}""", "imageUrl must be an absolute http or https address")]
    [InlineData("""{"rating":10.1}""", "rating must be a number from 0 to 10")]
    [InlineData("""{"rating":1e999}""", "rating must be a number from 0 to 10")]
    [InlineData("""{"ageRating":13}""", "ageRating must be one of 0, 6, 12, 16, 18, found 13")]
    [InlineData("""{"durationSeconds":86401}""", "durationSeconds must be a whole number from 0 to 86400")]
    [InlineData("""{"views":-1}""", "views must be a whole number")]
    [InlineData("""{"views":99999999999999999999}""", "views must be a whole number")]
    [InlineData("""{"publishedAt":"yesterday"}""", "publishedAt must be a time")]
    [InlineData("""{"genres":"драма"}""", "genres must be a list")]
    [InlineData("""{"genres":["драма",5]}""", "genres must be text, found 5")]
    [InlineData("""{"author":{"url":"https://a.example"}}""", "author.name is required")]
    [InlineData("""{"author":"Мосфильм"}""", "author must be an object")]
    [InlineData("""{"externalIds":{"imdb":5}}""", "externalIds.imdb must be text")]
    public async Task A_bad_item_is_rejected_by_name_and_the_rest_go_in(string wrong, string reason)
    {
        var caller = await app.EmptyAsync();
        var bad = With("""{"source":"rutube","externalId":"bad","sourceUrl":"https://a.example/2","rawTitle":"П","title":"Плохой"}""", wrong);

        var report = await ReportAsync(await caller.PutJsonAsync($"[{bad},{Good}]", Guid.NewGuid().ToString()));

        Assert.Equal((1, 1), (report.Created, report.Rejected));
        Assert.Contains(reason, report.Results[0].Reason, StringComparison.Ordinal);
        Assert.Equal(UpsertStatus.Created, report.Results[1].Status);
    }

    [Fact]
    public async Task All_that_is_wrong_with_an_item_is_said_at_once()
    {
        var caller = await app.EmptyAsync();
        var long501 = new string('я', 501);
        var names51 = string.Join(',', Enumerable.Range(0, 51).Select(number => $"\"жанр{number}\""));

        var report = await ReportAsync(await caller.PutJsonAsync(
            $$"""[{"title":"{{long501}}","genres":[{{names51}}],"description":"{{new string('я', 10_001)}}","embedUrl":"https://a.example/{{new string('x', 2_048)}}"}, 5, null]""",
            Guid.NewGuid().ToString()));

        Assert.Equal(3, report.Rejected);
        Assert.All(
            ["title must have at most 500 characters, found 501", "genres must be a list of at most 50 names", "source is required",
             "description must have at most 10000 characters, found 10001", "embedUrl must have at most 2048 characters"],
            part => Assert.Contains(part, report.Results[0].Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Characters_that_no_database_keeps_are_taken_out()
    {
        var caller = await app.EmptyAsync();

        var report = await ReportAsync(await caller.PutJsonAsync($"[{With(Good, """{"title":" Те\u0000рем\u0007 ","genres":["дра\u0000ма",""]}""")}]", Guid.NewGuid().ToString()));

        var movie = await caller.GetAsync(report.Results[0].MovieId!.Value);
        Assert.Equal("Терем", movie.Title);
        Assert.Equal(["драма"], movie.Genres);
    }

    [Fact]
    public async Task A_title_that_grows_in_normal_form_still_fits_the_index()
    {
        var caller = await app.EmptyAsync();

        var report = await caller.PutAsync(
            Uploads.Of(new string('\uFDFA', 500), 2000) with { RawTitle = "Первый" },
            Uploads.Of(string.Concat(Enumerable.Repeat("𝔄", 250)), 2000) with { RawTitle = "Второй" });

        Assert.Equal(2, report.Created);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[{\"source\":", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_no_batch_is_a_problem(string body, HttpStatusCode status)
    {
        var caller = app.Caller();

        using var response = await caller.PutJsonAsync(body, "a-key");

        Assert.Equal(status, response.StatusCode);
        await Caller.ProblemAsync(response);
    }

    [Fact]
    public async Task A_batch_of_501_is_a_problem_that_says_so()
    {
        using var response = await app.Caller().PutJsonAsync($"[{string.Join(',', Enumerable.Repeat(Good, 501))}]", "a-key");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("501 items", (await Caller.ProblemAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_8_megabytes_is_413()
    {
        using var response = await app.Caller().PutJsonAsync($"[\"{new string('x', 8 * 1024 * 1024)}\"]", "a-key");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await Caller.ProblemAsync(response);
    }

    [Fact]
    public async Task A_body_of_another_type_is_415()
    {
        using var content = new StringContent($"[{Good}]", Encoding.UTF8, "text/plain");
        content.Headers.Add("Idempotency-Key", "a-key");

        using var response = await app.Caller().Http.PutAsync("/api/v1/movies/batch", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await Caller.ProblemAsync(response);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with space")]
    public async Task A_batch_without_a_usable_key_is_a_problem_naming_it(string? key)
    {
        using var response = await app.Caller().SendAsync(HttpMethod.Put, "movies/batch", $"[{Good}]", key);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await Caller.ProblemAsync(response)).GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
    }

    [Fact]
    public async Task A_batch_repeated_with_its_key_gets_the_first_answer()
    {
        var caller = await app.EmptyAsync();
        using var first = await caller.PutJsonAsync($"[{Good}]", "one-batch");

        using var second = await caller.PutJsonAsync($"[{Good}]", "one-batch");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(1, (await ReportAsync(second)).Created);
    }

    [Fact]
    public async Task A_key_of_another_batch_is_refused_and_nothing_is_written()
    {
        var caller = await app.EmptyAsync();
        await caller.PutJsonAsync($"[{Good}]", "one-batch");

        using var response = await caller.PutJsonAsync($"[{With(Good, """{"title":"Другой"}""")}]", "one-batch");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        await Caller.ProblemAsync(response);
        Assert.Equal(["Терем"], await caller.TitlesAsync(""));
    }

    [Fact]
    public async Task An_interrupted_batch_leaves_nothing()
    {
        var caller = await app.EmptyAsync();
        var catalogue = app.Services.GetRequiredService<Catalogue>();

        await Assert.ThrowsAsync<OperationCanceledException>(() => catalogue.ChangeAsync<int>(
            new ChangeNote("test", "create"),
            async (change, token) =>
            {
                change.Db.Movies.Add(new Movie { Title = "Полдела", AddedAt = DateTimeOffset.UnixEpoch });
                await change.SaveAsync(token);
                throw new OperationCanceledException("The caller has gone.");
            },
            CancellationToken.None));

        Assert.Equal(0, (await caller.ListAsync("")).Total);
        Assert.Equal(1, (await caller.PutAsync(Uploads.Of("После", 2000))).Created);
    }

    private static async Task<UpsertReport> ReportAsync(HttpResponseMessage response) =>
        JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(), MetadataJson.Default.UpsertReport)!;

    // The later of two equal fields counts.
    private static string With(string item, string fields) => $"{item[..^1]},{fields[1..]}";

    public sealed class OnSqlite(SqliteApp app) : BatchRequestTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : BatchRequestTests(app), IClassFixture<PostgresApp>;
}
