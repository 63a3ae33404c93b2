using System.Net;
using System.Text.Json;

namespace Gateway.Tests.Reports;

public class ReportProblemTests
{
    private const string Good = """{"videoId":70,"reason":"notPlaying"}""";

    [Fact]
    public async Task A_report_goes_to_Metadata_once_however_often_a_client_sends_it()
    {
        await using var app = await ReportsApp.StartAsync();

        for (var time = 0; time < 10; time++)
        {
            using var answer = await app.ReportAsync(Good);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        using var other = await app.ReportAsync("""{"videoId":70,"reason":"wrongFilm"}""");
        await app.SendAsync(1);

        var batch = Assert.Single(app.Batches);
        Assert.Equal("/api/v1/problems", batch.Path);
        Assert.Equal(
            """[{"movieId":7,"videoId":70,"reason":"notPlaying"},{"movieId":7,"videoId":70,"reason":"wrongFilm"}]""", batch.Body);
    }

    [Theory]
    [InlineData("""{"videoId":70,"reason":"bored"}""", "reason", "notPlaying, removed, wrongFilm, badQuality, other")]
    [InlineData("""{"videoId":70}""", "reason", "must be one of")]
    [InlineData("""{"videoId":70,"reason":3}""", "reason", "must be one of")]
    [InlineData("""{"videoId":"70","reason":"other"}""", "videoId", "a whole number from 1")]
    [InlineData("""{"videoId":0,"reason":"other"}""", "videoId", "a whole number from 1")]
    [InlineData("""{"videoId":99999999999,"reason":"other"}""", "videoId", "a whole number from 1")]
    [InlineData("""{"videoId":71,"reason":"other"}""", "videoId", "no video of the film with id 7")]
    [InlineData("{}", "videoId", "a whole number from 1")]
    public async Task What_is_wrong_is_named(string body, string field, string message)
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.ReportAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(
            message, problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("[]", 400)]
    [InlineData("", 400)]
    [InlineData("""{"videoId":70,"videoId":70,"reason":"other"}""", 400)]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":1}}}}}""", 400)]
    public async Task A_body_out_of_shape_is_refused(string body, int status)
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.ReportAsync(body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    public async Task Forms_are_refused(string type)
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.ReportAsync(Good, type: type);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_sites_are_refused()
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.ReportAsync(Good, headers: "Sec-Fetch-Site: cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_long_body_is_refused_unread()
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.ReportAsync(Good + new string(' ', 4096));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("at most 4096", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_film_that_is_not_there_has_no_problems(int status)
    {
        await using var app = await ReportsApp.StartAsync();
        app.App.Metadata.On("/api/v1/movies/8", """{"title":"x","status":1}""", status, StubMetadata.ProblemJson);

        using var answer = await app.ReportAsync(Good, movieId: 8);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Without_Metadata_a_report_is_taken_on_trust()
    {
        await using var app = await ReportsApp.StartAsync();
        app.App.Metadata.On("/api/v1/movies/7", "{}", 500);

        using var answer = await app.ReportAsync(Good);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
