using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources.Rutube;
using Scraper.Tests.Sources;

namespace Scraper.Tests.Editing.Links;

public sealed class LinksCheckTests : IAsyncLifetime
{
    private const string Done = """{"checked":3,"changed":1,"unknown":0,"braked":[]}""";

    private static readonly DateTime Published = new(2024, 4, 13);

    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubCatalogue _metadata = null!;
    private StubRutube _rutube = null!;

    public async Task InitializeAsync()
    {
        _rutube = await StubRutube.StartAsync(Enumerable.Range(1, 3).Select(number => new StubVideo(number, "Фильм", 5400, Published)));
        _metadata = await StubCatalogue.StartAsync();
        for (var number = 1; number <= 3; number++)
        {
            var page = $"https://rutube.ru/video/{StubVideo.IdOf(number)}/";
            _metadata.Films[number] = StubFilm.Of(number, $"Фильм {number}", null);
            _metadata.Films[number]["videos"] = new JsonArray(StubFilm.Video(number * 10, "rutube", page));
        }

        _metadata.With("PUT /api/v1/videos/availability", Done);
    }

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _rutube.DisposeAsync();
        await _metadata.DisposeAsync();
    }

    private CommandLine Cli() => new(Rutube(), _metadata.Host.BaseUrl);

    private RutubeSource Rutube() => new(
        RutubeSource.Defaults with { BaseUrl = _rutube.Host.BaseUrl, DelayMilliseconds = 0 }, _fetching, TimeProvider.System);

    private string Results() => string.Join(' ', Assert.Single(_metadata.Writes).Body!.AsArray().Select(check =>
        $"{check!["externalId"]}={check["result"]}".Replace(StubVideo.IdOf(1), "1", StringComparison.Ordinal)
            .Replace(StubVideo.IdOf(2), "2", StringComparison.Ordinal).Replace(StubVideo.IdOf(3), "3", StringComparison.Ordinal)));

    [Fact]
    public async Task Videos_that_play_and_videos_that_are_gone_go_in_as_one_run()
    {
        _rutube.Videos.RemoveAt(1);
        using var cli = Cli();

        var result = await cli.RunAsync("links", "check");

        Assert.Equal("1=ok 2=notFound 3=ok", Results());
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("rutube 3 2 1 0 0 0 0\n", result.Table, StringComparison.Ordinal);
        Assert.Contains($"2 Фильм 2 notfound https://rutube.ru/video/{StubVideo.IdOf(2)}/", result.Table, StringComparison.Ordinal);
        Assert.Contains("1 videos have another state now", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 500)]
    [InlineData("error", 403)]
    [InlineData("notFound", 410)]
    public async Task Only_what_the_host_says_of_the_video_counts(string result, int status)
    {
        _rutube.Host.Fail(Fault.Status(status), where: StubVideo.IdOf(2));
        using var cli = Cli();

        await cli.RunAsync("links", "check");

        Assert.Equal($"1=ok 2={result} 3=ok", Results());
    }

    [Fact]
    public async Task A_challenge_for_robots_is_no_disappearance()
    {
        _rutube.Host.Fail(Fault.Qrator);
        using var cli = Cli();

        await cli.RunAsync("links", "check");

        Assert.Equal("1=error 2=error 3=error", Results());
    }

    [Theory]
    [InlineData("geo", """{"acl_access":{"allowed":false,"err_code":403,"err_text":""}}""")]
    [InlineData("private", """{"detail":{"id":12,"name":"default_hidden_video","languages":[]}}""")]
    public async Task Why_a_video_is_withheld_is_told_apart(string result, string player)
    {
        _rutube.Host.Fail(Fault.Status(404), where: $"/api/video/{StubVideo.IdOf(2)}/");
        _rutube.PlayOptions[StubVideo.IdOf(2)] = JsonNode.Parse(player)!.AsObject();
        using var cli = Cli();

        await cli.RunAsync("links", "check");

        Assert.Equal($"1=ok 2={result} 3=ok", Results());
    }

    [Fact]
    public async Task The_brake_is_told_with_its_numbers_and_exit_code()
    {
        _rutube.Videos.Clear();
        _metadata.With(
            "PUT /api/v1/videos/availability",
            """{"checked":3,"changed":0,"unknown":0,"braked":[{"source":"rutube","checked":3,"worse":3}]}""");
        using var cli = Cli();

        var result = await cli.RunAsync("links", "check", "--json");

        Assert.Equal((4, 3), (result.Code, result.Json().GetProperty("sources")[0].GetProperty("notFound").GetInt32()));
        Assert.StartsWith("BRAKE: 3 of 3 checked videos of rutube got worse (100 %).", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_away_is_left_alone_after_a_while()
    {
        for (var number = 4; number <= 30; number++)
        {
            _metadata.Films[number] = StubFilm.Of(number, "Фильм", null);
            _metadata.Films[number]["videos"]!.AsArray()[0]!["source"] = "rutube";
            _metadata.Films[number]["videos"]!.AsArray()[0]!["sourceUrl"] = $"https://rutube.ru/video/{StubVideo.IdOf(number)}/";
        }

        _rutube.Host.Fail(Fault.Status(403));
        using var cli = Cli();

        var result = await cli.RunAsync("links", "check");

        Assert.Equal(3, result.Code);
        Assert.Contains("rutube does not answer any more; 20 videos were not checked.", result.Error, StringComparison.Ordinal);
        Assert.Equal(10, Assert.Single(_metadata.Writes).Body!.AsArray().Count);
    }

    [Fact]
    public async Task Those_looked_at_longest_ago_come_first()
    {
        _metadata.Films[1]["videos"]!.AsArray()[0]!["checkedAt"] = "2026-05-02T00:00:00Z";
        _metadata.Films[2]["videos"]!.AsArray()[0]!["checkedAt"] = "2026-05-01T00:00:00Z";
        using var cli = Cli();

        await cli.RunAsync("links", "check", "--limit", "2");

        Assert.Equal("3=ok 2=ok", Results());
    }

    [Fact]
    public async Task A_dry_check_shows_what_would_change_and_has_nothing_written()
    {
        _metadata.With("PUT /api/v1/videos/availability", """
            {"checked":3,"changed":1,"unknown":0,"braked":[],
             "changes":[{"source":"rutube","externalId":"x2","before":"ok","after":"suspect"}]}
            """);
        using var cli = Cli();

        var result = await cli.RunAsync("links", "check", "--source", "rutube", "--dry-run");

        Assert.Equal((0, "DRY RUN, nothing written\n"), (result.Code, result.Error));
        Assert.Equal("PUT /api/v1/videos/availability?dryRun=true", Assert.Single(_metadata.Writes).Line);
        Assert.Contains("rutube x2 ok suspect\n", result.Table, StringComparison.Ordinal);
        Assert.Contains("1 videos would have another state.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_check_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        _rutube.Host.Fail(Fault.Hang);
        using var cli = Cli();

        var running = cli.RunAsync(["links", "check"], cancellationToken: stop.Token);
        await Poll.UntilAsync(() => _rutube.Host.Requests.Count > 0);
        await stop.CancelAsync();
        var result = await running;

        Assert.Equal((1, "Stopped.\n"), (result.Code, result.Error));
        Assert.Empty(_metadata.Writes);
    }

    [Fact]
    public async Task A_source_that_cannot_tell_of_one_video_is_named()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync("links", "check", "--source", "scripted");

        Assert.Equal((2, "scripted cannot be asked about a single video.\n"), (result.Code, result.Error));
    }
}
