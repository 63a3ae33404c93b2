using System.Text.Json.Nodes;

namespace Scraper.Tests.Editing.Reviews;

public sealed class ReportCommandsTests : IAsyncLifetime
{
    private const string Reported = """
        {"items":[{"videoId":51,"movieId":5,"title":"Зеркало","year":1975,"source":"rutube","externalId":"6f1d",
          "sourceUrl":"https://rutube.ru/video/6f1d/","rawTitle":"Зеркало 1974","count":3,"reportedAt":"2026-05-01T00:00:00Z"}],
         "total":1,"page":1,"pageSize":24}
        """;

    private StubCatalogue _metadata = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubCatalogue.StartAsync(StubFilm.Of(5, "Зеркало", 1975), StubFilm.Of(9, "Сталкер", 1979));
        _metadata.Films[5]["videos"] = new JsonArray(
            StubFilm.Video(50, "archive", "https://archive.org/details/mirror"),
            StubFilm.Video(51, "rutube", "https://rutube.ru/video/6f1d/"));
        _metadata.With("GET /api/v1/problems", Reported);
        _metadata.With("GET /api/v1/reviews", """{"items":[],"total":0,"page":1,"pageSize":24}""");
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    private CommandLine Cli() => new(metadata: _metadata.Host.BaseUrl);

    [Theory]
    [InlineData("list")]
    [InlineData("show", "p51")]
    public async Task What_visitors_say_waits_for_an_editor(params string[] command)
    {
        using var cli = Cli();

        var result = await cli.RunAsync(["review", .. command]);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("reported 3 times: not film 5: Зеркало (1975)", result.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_of_another_film_moves_there()
    {
        using var cli = Cli();

        var result = await cli.RunAsync("review", "accept", "p51", "--into", "9", "--json");

        Assert.Equal((0, 9), (result.Code, result.Json().GetProperty("movieId").GetInt32()));
        Assert.Equal(
            "POST /api/v1/movies/5/split POST /api/v1/movies/10/merge",
            string.Join(' ', _metadata.Writes.Select(write => write.Line)));
    }

    [Fact]
    public async Task The_only_upload_of_a_film_wants_the_name_of_its_own()
    {
        _metadata.Films[5]["videos"]!.AsArray().RemoveAt(0);
        using var cli = Cli();

        var result = await cli.RunAsync("review", "accept", "p51");

        Assert.Equal(2, result.Code);
        Assert.StartsWith("p51 is the only upload of film 5. Name its film with --into", result.Error, StringComparison.Ordinal);
        Assert.Empty(_metadata.Writes);
    }

    [Fact]
    public async Task Where_the_visitors_are_wrong_the_report_is_dismissed()
    {
        using var cli = Cli();

        var result = await cli.RunAsync("review", "reject", "p51", "--reason", "the restored version");

        Assert.Equal(0, result.Code);
        var write = Assert.Single(_metadata.Writes);
        Assert.Equal(("DELETE /api/v1/problems/51", "the restored version"), (write.Line, write.Reason));
    }
}
