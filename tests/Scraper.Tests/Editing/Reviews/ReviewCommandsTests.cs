using Scraper.Sources;

namespace Scraper.Tests.Editing.Reviews;

public sealed class ReviewCommandsTests : IAsyncLifetime
{
    private const string Matches = """
        {"items":[{"id":7,"code":"near-year","at":"2026-05-01T00:00:00Z","videoId":71,"source":"rutube","externalId":"6f1d",
          "sourceUrl":"https://rutube.ru/video/6f1d/","rawTitle":"Зеркало 1974",
          "movie":{"id":9,"title":"Зеркало","year":1974,"directors":[]},
          "candidate":{"id":5,"title":"Зеркало","year":1975,"durationSeconds":6360,"directors":["Андрей Тарковский"]}}],
         "total":1,"page":1,"pageSize":24}
        """;

    private StubCatalogue _metadata = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubCatalogue.StartAsync(StubFilm.Of(5, "Зеркало", 1975));
        _metadata.With("GET /api/v1/reviews", Matches);
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    private Task<CommandLine> InDoubtAsync(params RawVideo[] videos) => UploadsInDoubt.CollectAsync(_metadata, videos);

    [Fact]
    public async Task Both_kinds_of_doubt_stand_in_one_list()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));

        var result = await cli.RunAsync("review", "list");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("v1 scripted Сталкер ", result.Table, StringComparison.Ordinal);
        Assert.Contains(
            "m7 rutube Зеркало 1974 near-year: film 9: Зеркало (1974) or film 5: Зеркало (1975)? 2026-05-01 00:00\n",
            result.Table, StringComparison.Ordinal);
        Assert.EndsWith("2 of 2 reviews, page 1\n", result.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Metadata_the_uploads_are_listed_all_the_same()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));
        _metadata.Host.Fail(Hosts.Fault.Status(503));

        var result = await cli.RunAsync("review", "list", "--json");

        Assert.Equal((3, 1), (result.Code, result.Json().GetProperty("items").GetArrayLength()));
        Assert.StartsWith("Without the matches in doubt: Metadata answered 503", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1", "https://films.example/1")]
    [InlineData("v1", "scraper review accept v1: publishes it as «Сталкер»")]
    [InlineData("m7", "Directors Андрей Тарковский")]
    [InlineData("m7", "because title and people are the same, but the years are further apart")]
    [InlineData("m7", "scraper review accept m7: the upload goes into film 5, «Зеркало» (1975)")]
    public async Task One_doubt_is_shown_with_all_that_is_known(string id, string known)
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));

        var result = await cli.RunAsync("review", "show", id);

        Assert.Equal(0, result.Code);
        Assert.Contains(known, result.Table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST /api/v1/reviews/7/accept", """{}""", "accept", "m7")]
    [InlineData("POST /api/v1/reviews/7/accept", """{"intoId":31}""", "accept", "m7", "--into", "31")]
    [InlineData("POST /api/v1/reviews/7/reject", "", "reject", "m7")]
    public async Task A_match_is_decided_by_Metadata(string line, string body, params string[] command)
    {
        _metadata.With("POST /api/v1/reviews/7/accept", _metadata.Films[5].ToJsonString());
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync(["review", .. command, "--json"]);

        var write = Assert.Single(_metadata.Writes);
        Assert.Equal((line, body), (write.Line, write.Json));
        Assert.Equal((0, "m7"), (result.Code, result.Json().GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData(2, "\"12\" is no number of a review.", "accept", "12")]
    [InlineData(2, "There is no review v99.", "accept", "v99")]
    [InlineData(2, "There is no open review m99.", "show", "m99")]
    [InlineData(1, "There is no film with id 77.", "accept", "v1", "--into", "77")]
    public async Task What_is_not_there_is_named(int code, string message, params string[] command)
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));

        var result = await cli.RunAsync(["review", .. command]);

        Assert.Equal(code, result.Code);
        Assert.StartsWith(code == 1 ? $"Metadata answered 404: {message}" : message, result.Error, StringComparison.Ordinal);
    }
}
