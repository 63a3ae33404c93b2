using Scraper.Sources;
using Scraper.Tests.Collecting;

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
        _metadata = await StubCatalogue.StartAsync(StubCatalogue.Film(5, "Зеркало", 1975));
        _metadata.With("GET /api/v1/reviews", Matches);
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    /// <summary>A title that may be a film as well as anything else, without a length to tell by.</summary>
    private static RawVideo Doubtful(int number, string title) => ScriptedPage.Film(number) with
    {
        Title = title,
        Duration = TimeSpan.FromMinutes(42),
        Stated = new StatedFacts(),
    };

    private async Task<CommandLine> InDoubtAsync(params RawVideo[] videos)
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Of(videos));
        var cli = new CommandLine(source, _metadata.Host.BaseUrl);
        var scraped = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");
        Assert.Equal(videos.Length, scraped.Json().GetProperty("review").GetInt32());
        return cli;
    }

    [Fact]
    public async Task Both_kinds_of_doubt_stand_in_one_list()
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));

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
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));
        _metadata.Host.Fail(Hosts.Fault.Status(503));

        var result = await cli.RunAsync("review", "list", "--json");

        Assert.Equal((3, 1), (result.Code, result.Json().GetProperty("items").GetArrayLength()));
        Assert.StartsWith("Without the matches in doubt: Metadata answered 503", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1", "https://films.example/1")]
    [InlineData("m7", "Directors Андрей Тарковский")]
    public async Task One_doubt_is_shown_with_all_that_is_known(string id, string known)
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));

        var result = await cli.RunAsync("review", "show", id);

        Assert.Equal(0, result.Code);
        Assert.Contains(known, result.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_upload_is_published_as_a_film()
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));

        var result = await cli.RunAsync("review", "accept", "v1", "--json");

        Assert.Equal((0, 6), (result.Code, result.Json().GetProperty("movieId").GetInt32()));
        Assert.Equal("Сталкер", _metadata.Films[6]["title"]!.GetValue<string>());
        Assert.Equal("v1 accepted: the upload is in film 6.\n", result.Error);
    }

    [Fact]
    public async Task An_accepted_upload_is_put_into_the_film_named()
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));

        var result = await cli.RunAsync("review", "accept", "v1", "--into", "5", "--reason", "same film", "--json");

        var merge = Assert.Single(_metadata.Writes, write => write.Line == "POST /api/v1/movies/6/merge");
        Assert.Equal(("""{"intoId":5}""", "same film", Environment.UserName), (merge.Json, merge.Reason, merge.Actor));
        Assert.Equal((0, 5, 2), (
            result.Code, result.Json().GetProperty("movieId").GetInt32(), _metadata.Films[5]["videos"]!.AsArray().Count));
    }

    [Fact]
    public async Task An_upload_that_joins_another_film_is_split_off_and_put_into_the_film_named()
    {
        _metadata.Films[6] = StubCatalogue.Film(6, "Сталкер", 1979);
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));

        await cli.RunAsync("review", "accept", "v1", "--into", "5");

        Assert.Equal((1, 2), (_metadata.Films[6]["videos"]!.AsArray().Count, _metadata.Films[5]["videos"]!.AsArray().Count));
    }

    [Fact]
    public async Task An_upload_that_Metadata_refuses_is_in_doubt_again()
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер запрещено"));

        var result = await cli.RunAsync("review", "accept", "v1");

        Assert.Equal((1, "v1 is in doubt again. Metadata refused it: excluded: its author\n"), (result.Code, result.Error));
        Assert.Contains("excluded: its author", (await cli.RunAsync("review", "show", "v1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Metadata_is_away_an_accepted_upload_waits_and_the_next_run_brings_it()
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));
        _metadata.Host.Fail(Hosts.Fault.Status(503));

        var waiting = await cli.RunAsync("review", "accept", "v1");
        _metadata.Host.Recover();
        await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        Assert.Equal(3, waiting.Code);
        Assert.Contains("waits in the outbox", waiting.Out, StringComparison.Ordinal);
        Assert.Equal("Сталкер", _metadata.Films[6]["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_rejected_is_not_asked_about_again()
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"), Doubtful(2, "Солярис"));
        await cli.RunAsync("review", "reject", "v1", "--reason", "a retelling");

        var again = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");
        var list = await cli.RunAsync("review", "list", "--json");

        Assert.Equal((1, 1), (again.Json().GetProperty("review").GetInt32(), again.Json().GetProperty("other").GetInt32()));
        Assert.DoesNotContain("Сталкер", list.Out, StringComparison.Ordinal);
        Assert.Contains("Солярис", list.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_is_a_film_to_every_later_run()
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));
        await cli.RunAsync("review", "accept", "v1");

        var again = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");

        Assert.Equal((0, 1), (again.Json().GetProperty("review").GetInt32(), again.Json().GetProperty("films").GetInt32()));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task A_decision_is_made_once(string command)
    {
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));
        await cli.RunAsync("review", "reject", "v1");

        var second = await cli.RunAsync("review", command, "v1");

        Assert.Equal(2, second.Code);
        Assert.StartsWith($"v1 was rejected by {Environment.UserName} already.", second.Error, StringComparison.Ordinal);
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
        using var cli = await InDoubtAsync(Doubtful(1, "Сталкер"));

        var result = await cli.RunAsync(["review", .. command]);

        Assert.Equal(code, result.Code);
        Assert.StartsWith(code == 1 ? $"Metadata answered 404: {message}" : message, result.Error, StringComparison.Ordinal);
    }
}
