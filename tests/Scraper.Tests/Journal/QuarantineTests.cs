using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Journal;

public sealed class QuarantineTests
{
    private const int PageSize = 20;
    private const int Pages = 4;

    private readonly Hosts.ManualTimeProvider _clock = new(ScraperParts.Start);
    private readonly ScriptedSource _source = new();

    private Task<ScraperParts> PartsAsync() => ScraperParts.CreateAsync(_source, clock: _clock);

    private static ScriptedPage[] Listing(Func<RawVideo, RawVideo>? change = null) =>
    [
        .. Enumerable.Range(1, Pages * PageSize).Chunk(PageSize).Select(numbers => ScriptedPage.Of(
            [.. numbers.Select(ScriptedPage.Film).Select(change ?? (video => video))])),
    ];

    private static RawVideo WithoutDuration(RawVideo video) => video with { Duration = null };

    private async Task<Run> RunAsync(ScraperParts parts, params ScriptedPage[] pages)
    {
        _source.With("list:a", pages);
        _clock.Advance(TimeSpan.FromDays(1));
        return (await parts.CollectAsync(_source)).Run!;
    }

    /// <summary>Five runs that show what is normal.</summary>
    private async Task LearnAsync(ScraperParts parts)
    {
        for (var day = 1; day <= 5; day++)
        {
            Assert.Equal(RunStatus.Done, (await RunAsync(parts, Listing())).Status);
        }

        await using var db = parts.OpenJournal();
        await db.Outbox.ExecuteDeleteAsync();
        // Or the same films would not be sent again.
        await db.SentUpserts.ExecuteDeleteAsync();
    }

    private static async Task<(int Held, int Free)> OutboxAsync(ScraperParts parts)
    {
        await using var db = parts.OpenJournal();
        return (await db.Outbox.CountAsync(entry => entry.IsHeld), await db.Outbox.CountAsync(entry => !entry.IsHeld));
    }

    [Fact]
    public async Task Films_of_a_run_that_has_drifted_are_held_back_with_measure_baseline_value_and_remedy()
    {
        await using var parts = await PartsAsync();
        await LearnAsync(parts);

        var run = await RunAsync(parts, Listing(WithoutDuration));

        Assert.Equal((RunStatus.Quarantined, DriftLevel.Stop), (run.Status, run.Drift));
        Assert.Contains("list: videos with duration: usually 100.0%, now 0.0%, bound ", string.Join('\n', run.DriftReasons), StringComparison.Ordinal);
        Assert.Contains($"scraper runs release {run.Id}", run.Message, StringComparison.Ordinal);
        Assert.Equal((Pages * PageSize, 0), await OutboxAsync(parts));
    }

    [Fact]
    public async Task Films_of_a_run_like_the_others_wait_for_its_end_and_no_longer()
    {
        await using var parts = await PartsAsync();
        await LearnAsync(parts);
        var meanwhile = (Held: 0, Free: 0);
        _source.BeforePage = page => Look(page, "list:a#4", () => meanwhile = OutboxAsync(parts).GetAwaiter().GetResult());

        var run = await RunAsync(parts, Listing());

        Assert.Equal((RunStatus.Done, DriftLevel.Ok), (run.Status, run.Drift));
        Assert.Equal((true, 0), (meanwhile.Held > 0, meanwhile.Free));
        Assert.Equal((0, Pages * PageSize), await OutboxAsync(parts));
    }

    [Fact]
    public async Task Before_five_good_runs_nothing_is_judged_and_nothing_waits()
    {
        await using var parts = await PartsAsync();
        await RunAsync(parts, Listing());

        var run = await RunAsync(parts, Listing(WithoutDuration));

        Assert.Equal((RunStatus.Done, null), (run.Status, run.Drift));
        Assert.Equal((0, 2 * Pages * PageSize), await OutboxAsync(parts));
    }

    [Fact]
    public async Task A_released_run_is_sent_and_the_next_one_like_it_is_normal()
    {
        await using var parts = await PartsAsync();
        await LearnAsync(parts);
        var run = await RunAsync(parts, Listing(WithoutDuration));

        var released = await parts.Get<Quarantine>().ReleaseAsync(run.Id, CancellationToken.None);
        var next = await RunAsync(parts, Listing(WithoutDuration));

        Assert.Equal(Pages * PageSize, released);
        Assert.Equal((RunStatus.Done, DriftLevel.Ok), (next.Status, next.Drift));
        Assert.Equal((0, Pages * PageSize), await OutboxAsync(parts));
        Assert.Equal(Pages * PageSize, next.Unchanged);
    }

    [Fact]
    public async Task A_discarded_run_leaves_nothing_and_teaches_nothing()
    {
        await using var parts = await PartsAsync();
        await LearnAsync(parts);
        var run = await RunAsync(parts, Listing(WithoutDuration));

        var discarded = await parts.Get<Quarantine>().DiscardAsync(run.Id, CancellationToken.None);
        var left = await OutboxAsync(parts);
        var next = await RunAsync(parts, Listing(WithoutDuration));

        Assert.Equal((Pages * PageSize, (0, 0)), (discarded, left));
        Assert.Equal(RunStatus.Quarantined, next.Status);
    }

    [Fact]
    public async Task A_run_that_is_not_quarantined_can_be_neither_released_nor_discarded()
    {
        await using var parts = await PartsAsync();
        var run = await RunAsync(parts, Listing());

        Assert.Null(await parts.Get<Quarantine>().ReleaseAsync(run.Id, CancellationToken.None));
        Assert.Null(await parts.Get<Quarantine>().DiscardAsync(run.Id, CancellationToken.None));
        Assert.Equal((0, Pages * PageSize), await OutboxAsync(parts));
    }

    [Fact]
    public async Task An_empty_listing_where_there_were_items_is_held_back_from_the_second_run_on()
    {
        await using var parts = await PartsAsync();
        await RunAsync(parts, Listing());

        var run = await RunAsync(parts, ScriptedPage.Of());

        Assert.Equal(RunStatus.Quarantined, run.Status);
        Assert.Equal(["list:a: items listed: last time 80, now 0, bound 1"], run.DriftReasons);
    }

    [Fact]
    public async Task A_listing_that_an_editor_accepts_as_empty_is_not_missed_again()
    {
        await using var parts = await PartsAsync();
        await RunAsync(parts, Listing());
        var empty = await RunAsync(parts, ScriptedPage.Of());
        await parts.Get<Quarantine>().ReleaseAsync(empty.Id, CancellationToken.None);

        Assert.Equal(RunStatus.Done, (await RunAsync(parts, ScriptedPage.Of())).Status);
    }

    [Fact]
    public async Task A_page_in_mid_run_that_breaks_the_contract_holds_back_the_pages_before_it()
    {
        await using var parts = await PartsAsync();
        await LearnAsync(parts);

        var run = await RunAsync(
            parts, [.. Listing().Take(3), ScriptedPage.Broken(new SourceException(SourceFailure.Contract, "results: expected a list, found null"))]);

        Assert.Equal(RunStatus.Quarantined, run.Status);
        Assert.Contains("a page could not be read: results: expected a list, found null", string.Join("; ", run.DriftReasons), StringComparison.Ordinal);
        Assert.Equal((3 * PageSize, 0), await OutboxAsync(parts));
    }

    [Fact]
    public async Task A_run_cut_off_and_never_gone_on_with_is_judged_by_the_next_one()
    {
        await using var parts = await PartsAsync();
        await LearnAsync(parts);
        using var stop = new CancellationTokenSource();
        _source.With("list:a", Listing());
        _source.BeforePage = page => Look(page, "list:a#3", stop.Cancel);
        var cutOff = (await parts.CollectAsync(_source, cancellationToken: stop.Token)).Run!;
        _source.BeforePage = _ => { };
        var heldThen = (await OutboxAsync(parts)).Held;
        _clock.Advance(TimeSpan.FromDays(2));

        await RunAsync(parts, Listing());

        await using var db = parts.OpenJournal();
        Assert.Equal((RunStatus.Stopped, RunStatus.Partly), (cutOff.Status, (await db.Runs.SingleAsync(run => run.Id == cutOff.Id)).Status));
        Assert.Equal((2 * PageSize, (0, Pages * PageSize)), (heldThen, await OutboxAsync(parts)));
    }

    private static void Look(string page, string wanted, Action act)
    {
        if (page == wanted)
        {
            act();
        }
    }
}
