using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Editing.Retrying;

public sealed class RetryScrapeTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Scrape = ["scrape", "scripted", "--target", "list:a", "--target", "list:b"];
    private static readonly string[] Retry = ["scrape", "scripted", "--retry-failed"];

    private readonly ScriptedSource _source = new();
    private StubMetadata _metadata = null!;
    private CommandLine _cli = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubMetadata.StartAsync();
        _cli = new CommandLine(_source, _metadata.Url);
        _source.With("list:a", ScriptedPage.Films(1, 2), ScriptedPage.Films(3, 2)).With("list:b", ScriptedPage.Films(10, 2));
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    public void Dispose() => _cli.Dispose();

    private static ScriptedPage WithBad(ScriptedPage page, params string?[] ids) =>
        page with { Rejects = [.. ids.Select(id => new RejectedItem(id, "\"duration\" is \"long\", not a number", "{}"))] };

    [Fact]
    public async Task When_nothing_failed_it_says_so_and_asks_nobody()
    {
        await _cli.RunAsync(Scrape);
        _source.Fetched.Clear();

        var retried = await _cli.RunAsync(Retry);

        Assert.Equal(0, retried.Code);
        Assert.Contains("Nothing failed in run 1 (scripted, done", retried.Error, StringComparison.Ordinal);
        Assert.Empty(_source.Fetched);
    }

    [Fact]
    public async Task Of_a_source_that_was_never_run_nothing_is_retried()
    {
        var retried = await _cli.RunAsync([.. Retry, "--json"]);

        Assert.Equal((0, "done"), (retried.Code, retried.Json().GetProperty("status").GetString()));
        Assert.Contains("has not been run yet", retried.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_page_only_the_items_that_failed_are_taken_in()
    {
        _source.With("list:a", ScriptedPage.Films(1, 2), WithBad(ScriptedPage.Films(3, 2), "film-5", "film-6"));
        await _cli.RunAsync(Scrape);
        _source.Fetched.Clear();
        _source.With("list:a", ScriptedPage.Films(1, 2), WithBad(ScriptedPage.Films(3, 3), "film-6"));

        var retried = await _cli.RunAsync([.. Retry, "--json"]);

        Assert.Equal(["list:a#2"], _source.Fetched);
        Assert.Equal((3, 2, 1), (
            retried.Code, retried.Json().GetProperty("seen").GetInt32(), retried.Json().GetProperty("created").GetInt32()));
        Assert.Contains("2 items on 1 page", retried.Error, StringComparison.Ordinal);
        Assert.Contains("Of 2 items retried 1 could be read, 1 failed again.", retried.Error, StringComparison.Ordinal);
        Assert.Equal(7, _metadata.Stored.Count);
    }

    [Fact]
    public async Task An_item_that_is_not_listed_there_any_more_is_told()
    {
        _source.With("list:a", WithBad(ScriptedPage.Films(1, 2), "film-5"));
        await _cli.RunAsync(Scrape);
        _source.With("list:a", ScriptedPage.Films(1, 2));

        var retried = await _cli.RunAsync(Retry);

        Assert.Equal(3, retried.Code);
        Assert.Contains("Of 1 item retried 0 could be read, 1 not listed any more where it was.", retried.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_an_item_that_has_no_id_is_read_whole()
    {
        _source.With("list:a", WithBad(ScriptedPage.Films(1, 2), [null]));
        await _cli.RunAsync(Scrape);
        _source.With("list:a", ScriptedPage.Films(1, 3));

        var retried = await _cli.RunAsync([.. Retry, "--json"]);

        Assert.Equal((0, 3, 1), (
            retried.Code, retried.Json().GetProperty("seen").GetInt32(), retried.Json().GetProperty("created").GetInt32()));
    }

    [Fact]
    public async Task A_film_that_Metadata_refused_is_sent_again_without_asking_the_source()
    {
        _metadata.Unwanted = "film-2";
        await _cli.RunAsync(Scrape);
        _source.Fetched.Clear();

        var refused = await _cli.RunAsync(Retry);
        _metadata.Unwanted = null;
        var taken = await _cli.RunAsync([.. Retry, "--json"]);
        var nothing = await _cli.RunAsync(Retry);

        Assert.Empty(_source.Fetched);
        Assert.Contains("Of 1 film that Metadata had refused it refuses 1 again.", refused.Error, StringComparison.Ordinal);
        Assert.Equal((3, 0, 6), (refused.Code, taken.Code, _metadata.Stored.Count));
        Assert.Equal((1, 0), (taken.Json().GetProperty("runId").GetInt32(), taken.Json().GetProperty("rejected").GetInt32()));
        Assert.Contains("Nothing failed", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_retry_writes_nothing()
    {
        _source.With("list:a", WithBad(ScriptedPage.Films(1, 2), "film-3"));
        _metadata.Unwanted = "film-2";
        await _cli.RunAsync(Scrape);
        _source.With("list:a", ScriptedPage.Films(1, 3));

        var dry = await _cli.RunAsync([.. Retry, "--dry-run"]);
        var runs = await _cli.RunAsync("runs", "list", "--json");

        Assert.Contains("Летят журавли 3", dry.Out, StringComparison.Ordinal);
        Assert.Equal((1, 1), (
            runs.Json().GetProperty("runs").GetArrayLength(), runs.Json().GetProperty("runs")[0].GetProperty("rejected").GetInt32()));
    }

    [Theory]
    [InlineData("--target", "list:a")]
    [InlineData("--limit", "3")]
    [InlineData("--since", "2026-05-01")]
    public async Task What_to_read_is_not_given_with_it(string option, string value)
    {
        var refused = await _cli.RunAsync([.. Retry, option, value]);

        Assert.Equal(2, refused.Code);
        Assert.Contains("leave out --target, --limit and --since", refused.Error, StringComparison.Ordinal);
    }
}
