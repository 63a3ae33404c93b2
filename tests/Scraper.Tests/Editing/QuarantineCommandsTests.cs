using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Editing;

public sealed class QuarantineCommandsTests
{
    private const int Films = 80;
    private const string Scrape = "scrape scripted --target list:a --json";

    private static ScriptedPage[] Listing(Func<RawVideo, RawVideo> change) =>
        [.. Enumerable.Range(1, Films).Chunk(20).Select(numbers => ScriptedPage.Of([.. numbers.Select(ScriptedPage.Film).Select(change)]))];

    /// <summary>Five good runs and one without durations: the sixth, and its answer.</summary>
    private static async Task<CommandResult> DriftAsync(CommandLine cli, ScriptedSource source)
    {
        source.With("list:a", Listing(video => video));
        for (var run = 1; run <= 5; run++)
        {
            Assert.Equal(0, (await cli.RunAsync(Scrape.Split(' '))).Code);
        }

        source.With("list:a", Listing(video => video with { ExternalId = $"new-{video.ExternalId}", Duration = null }));
        return await cli.RunAsync(Scrape.Split(' '));
    }

    [Fact]
    public async Task A_scrape_that_is_held_back_exits_with_5_sends_nothing_and_says_what_to_do()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource();
        using var cli = new CommandLine(source, metadata.Url);

        var held = await DriftAsync(cli, source);
        var (list, show, doctor) = (
            await cli.RunAsync("runs", "list"), await cli.RunAsync("runs", "show", "6", "--json"), await cli.RunAsync("doctor"));

        Assert.Equal((5, "quarantined"), (held.Code, held.Json().GetProperty("status").GetString()));
        Assert.Contains("videos with duration: usually 100.0%, now 0.0%", held.Error, StringComparison.Ordinal);
        Assert.Contains("\"scraper runs release 6\"", held.Error, StringComparison.Ordinal);
        Assert.Equal(Films, metadata.Stored.Count);
        Assert.Contains("quarantined 80", list.Table, StringComparison.Ordinal);
        Assert.Equal((Films, "stop"), (show.Json().GetProperty("held").GetInt32(), show.Json().GetProperty("run").GetProperty("drift").GetString()));
        Assert.Contains("run 6 of scripted is held back", doctor.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_sends_the_films()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource();
        using var cli = new CommandLine(source, metadata.Url);
        await DriftAsync(cli, source);

        var released = await cli.RunAsync("runs", "release", "6", "--json");

        Assert.Equal((0, "done", Films), (
            released.Code, released.Json().GetProperty("status").GetString(), released.Json().GetProperty("films").GetInt32()));
        Assert.Equal(2 * Films, metadata.Stored.Count);
    }

    [Fact]
    public async Task Release_tells_when_Metadata_does_not_take_the_films_now()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource();
        using var cli = new CommandLine(source, metadata.Url);
        await DriftAsync(cli, source);
        metadata.FailWith = 503;

        var released = await cli.RunAsync("runs", "release", "6");

        Assert.Equal(3, released.Code);
        Assert.Contains("80 films wait in the outbox", released.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discard_throws_the_films_away()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource();
        using var cli = new CommandLine(source, metadata.Url);
        await DriftAsync(cli, source);

        var discarded = await cli.RunAsync("runs", "discard", "6");
        var again = await cli.RunAsync("runs", "discard", "6");

        Assert.Equal((0, "Run 6 is discarded: 80 films are thrown away.\n"), (discarded.Code, discarded.Out));
        Assert.Equal((2, "Run 6 is discarded, not quarantined: nothing of it is held back for you to decide.\n"), (again.Code, again.Error));
        Assert.Equal(Films, metadata.Stored.Count);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("discard")]
    public async Task A_run_that_does_not_exist_is_wrong_usage(string command)
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("runs", command, "7");

        Assert.Equal((2, "There is no run 7. See \"scraper runs list\".\n"), (result.Code, result.Error));
    }
}
