using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Editing.Retrying;

public sealed class RetriedTargetsTests : IAsyncLifetime, IDisposable
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
    public async Task A_target_that_broke_off_goes_on_where_it_did_and_those_after_it_begin()
    {
        _source.With(
            "list:a", ScriptedPage.Films(1, 2), ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")));
        var first = await _cli.RunAsync(Scrape);
        _source.Fetched.Clear();
        _source.With("list:a", ScriptedPage.Films(1, 2), ScriptedPage.Films(3, 2));

        var retried = await _cli.RunAsync(Retry);

        Assert.Equal((3, 0), (first.Code, retried.Code));
        Assert.Equal(["list:a#2", "list:b#1"], _source.Fetched);
        Assert.Contains("2 targets not read to the end", retried.Error, StringComparison.Ordinal);
        Assert.Equal(6, _metadata.Stored.Count);
    }

    [Fact]
    public async Task A_target_that_is_gone_is_tried_again_alone()
    {
        _source.With("list:b", ScriptedPage.Broken(new SourceException(SourceFailure.Gone, "404")));
        await _cli.RunAsync(Scrape);
        _source.Fetched.Clear();

        var retried = await _cli.RunAsync(Retry);

        Assert.Equal(["list:b#1"], _source.Fetched);
        Assert.Equal(1, retried.Code);
        Assert.Contains("1 target not read to the end", retried.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_in_a_retry_is_retried_by_the_next()
    {
        _source.With("list:a", WithBad(ScriptedPage.Films(1, 2), "film-3"))
            .With("list:b", ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")));
        await _cli.RunAsync(Scrape);
        await _cli.RunAsync(Retry);
        _source.With("list:a", ScriptedPage.Films(1, 3)).With("list:b", ScriptedPage.Films(10, 2));
        _source.Fetched.Clear();

        var second = await _cli.RunAsync(Retry);
        var third = await _cli.RunAsync(Retry);

        Assert.Equal(["list:a#1", "list:b#1"], _source.Fetched);
        Assert.Equal((0, 5), (second.Code, _metadata.Stored.Count));
        Assert.Contains("Nothing failed in run 3", third.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limited_run_brings_no_more_in_two_goes_than_in_one()
    {
        _source.With(
            "list:a", ScriptedPage.Films(1, 2), ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")));
        await _cli.RunAsync([.. Scrape, "--limit", "3"]);
        _source.With("list:a", ScriptedPage.Films(1, 2), ScriptedPage.Films(3, 2));

        var retried = await _cli.RunAsync([.. Retry, "--json"]);

        Assert.Equal(1, retried.Json().GetProperty("seen").GetInt32());
    }

    [Fact]
    public async Task A_retry_that_was_stopped_goes_on()
    {
        _source.With(
            "list:a", ScriptedPage.Films(1, 2), ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")));
        await _cli.RunAsync(Scrape);
        _source.With("list:a", ScriptedPage.Films(1, 2), ScriptedPage.Films(3, 2));
        using var stop = new CancellationTokenSource();
        _source.BeforePage = page =>
        {
            if (page == "list:b#1")
            {
                stop.Cancel();
            }
        };
        var stopped = await _cli.RunAsync(Retry, cancellationToken: stop.Token);
        _source.BeforePage = _ => { };
        _source.Fetched.Clear();

        var resumed = await _cli.RunAsync([.. Retry, "--json"]);

        Assert.Contains("Kept: 2 videos with 2 films.", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("Going on with run 2", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(["list:b#1"], _source.Fetched);
        Assert.Equal((0, 2), (resumed.Code, resumed.Json().GetProperty("runId").GetInt32()));
        Assert.Equal(6, _metadata.Stored.Count);
    }
}
