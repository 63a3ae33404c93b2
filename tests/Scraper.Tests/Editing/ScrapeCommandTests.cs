using Scraper.Journal;
using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Editing;

public sealed class ScrapeCommandTests
{
    private static readonly string[] ContractKeys =
    [
        "schema", "source", "runId", "status", "seen", "films", "episodes", "trailers", "other", "review", "created",
        "updated", "unchanged", "rejected", "failed", "requests", "retries", "bytes", "seconds",
    ];

    private static ScriptedSource TwoPages() =>
        new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3), ScriptedPage.Films(4, 2));

    [Fact]
    public async Task A_scrape_sends_its_films_and_reports_them_in_the_contracts_keys()
    {
        await using var metadata = await StubMetadata.StartAsync();
        using var cli = new CommandLine(TwoPages(), metadata.Url);

        var result = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(ContractKeys, result.Keys());
        var report = result.Json();
        Assert.Equal("done", report.GetProperty("status").GetString());
        Assert.Equal((5, 5, 5), (Int(report, "seen"), Int(report, "films"), Int(report, "created")));
        Assert.Equal(5, metadata.Stored.Count);

        static int Int(System.Text.Json.JsonElement element, string key) => element.GetProperty(key).GetInt32();
    }

    [Fact]
    public async Task Configured_targets_are_read_when_none_is_given()
    {
        await using var metadata = await StubMetadata.StartAsync();
        using var cli = new CommandLine(TwoPages(), metadata.Url) { Options = new SourceOptions { Targets = ["list:a"] } };

        var result = await cli.RunAsync("scrape", "scripted");

        Assert.Equal(0, result.Code);
        Assert.Contains("5 new", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_answers_in_the_same_keys_and_with_its_findings()
    {
        using var cli = new CommandLine(TwoPages());

        var result = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--dry-run", "--json");

        Assert.Equal([.. ContractKeys, "dryRun"], result.Keys());
        Assert.Equal(5, result.Json().GetProperty("films").GetInt32());
    }

    [Theory]
    [InlineData(SourceFailure.Contract, 5, "broken")]
    [InlineData(SourceFailure.Unavailable, 1, "failed")]
    [InlineData(SourceFailure.RateLimited, 1, "failed")]
    public async Task A_source_that_cannot_be_read_is_told_by_the_exit_code(object failure, int code, string status)
    {
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Broken(new SourceException((SourceFailure)failure, "results: expected an array")));
        using var cli = new CommandLine(source);

        var result = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");

        Assert.Equal((code, status), (result.Code, result.Json().GetProperty("status").GetString()));
        Assert.Equal("results: expected an array", result.Json().GetProperty("failed")[0].GetProperty("reason").GetString());
        Assert.Contains("results: expected an array", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_breaks_off_after_some_pages_is_partly_done()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Films(1, 3), ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")));
        using var cli = new CommandLine(source, metadata.Url);

        var result = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");

        Assert.Equal((3, "partly", 3), (
            result.Code, result.Json().GetProperty("status").GetString(), result.Json().GetProperty("created").GetInt32()));
    }

    [Fact]
    public async Task Films_that_Metadata_does_not_take_now_wait_and_the_next_run_brings_them()
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.FailWith = 503;
        using var cli = new CommandLine(TwoPages(), metadata.Url);

        var waiting = await cli.RunAsync("scrape", "scripted", "--target", "list:a");
        metadata.FailWith = null;
        var sent = await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        Assert.Equal((3, 0), (waiting.Code, sent.Code));
        Assert.Contains("5 films wait in the outbox", waiting.Error, StringComparison.Ordinal);
        Assert.Equal(5, metadata.Stored.Count);
    }

    [Fact]
    public async Task A_stop_keeps_what_is_there_and_the_next_run_goes_on()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = TwoPages();
        using var cli = new CommandLine(source, metadata.Url);
        using var stop = new CancellationTokenSource();
        source.BeforePage = page => StopAt(page, "list:a#2", stop);

        var stopped = await cli.RunAsync(["scrape", "scripted", "--target", "list:a", "--json"], cancellationToken: stop.Token);
        source.BeforePage = _ => { };
        var resumed = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");

        Assert.Equal((3, "stopped"), (stopped.Code, stopped.Json().GetProperty("status").GetString()));
        Assert.Contains("the next run goes on from there", stopped.Error, StringComparison.Ordinal);
        Assert.Equal((0, 5), (resumed.Code, resumed.Json().GetProperty("seen").GetInt32()));
        Assert.Equal(["list:a#1", "list:a#2"], source.Fetched);
    }

    [Fact]
    public async Task A_stop_before_the_first_page_has_kept_nothing()
    {
        var source = TwoPages();
        using var cli = new CommandLine(source);
        using var stop = new CancellationTokenSource();
        source.BeforePage = _ => stop.Cancel();

        var stopped = await cli.RunAsync(["scrape", "scripted", "--target", "list:a"], cancellationToken: stop.Token);

        Assert.Equal(1, stopped.Code);
    }

    [Fact]
    public async Task A_second_scrape_hears_who_runs_the_first_and_since_when()
    {
        var source = TwoPages();
        using var cli = new CommandLine(source);
        await using var parts = await ScraperParts.CreateAsync(source, directory: cli.Directory);
        await using var held = await parts.Get<Leases>().TryTakeAsync("scripted", CancellationToken.None);

        var result = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");

        Assert.Equal((1, "failed"), (result.Code, result.Json().GetProperty("status").GetString()));
        Assert.Contains($"process {Environment.ProcessId} on", result.Error, StringComparison.Ordinal);
        Assert.Contains(" since 20", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no source \"scriptde\". Did you mean \"scripted\"?", "scrape", "scriptde")]
    [InlineData("\"lst:a\" is no target of scripted. Write list:NAME.", "scrape", "scripted", "--target", "lst:a")]
    [InlineData("Nothing says what to read from scripted.", "scrape", "scripted")]
    [InlineData("--limit must be 1 or more.", "scrape", "scripted", "--limit", "0")]
    [InlineData("Unknown word \"--targett\". Did you mean \"--target\"?", "scrape", "scripted", "--targett", "list:a")]
    public async Task Wrong_usage_names_what_would_be_right(string message, params string[] arguments)
    {
        using var cli = new CommandLine(TwoPages());

        var result = await cli.RunAsync(arguments);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static void StopAt(string page, string wanted, CancellationTokenSource stop)
    {
        if (page == wanted)
        {
            stop.Cancel();
        }
    }
}
