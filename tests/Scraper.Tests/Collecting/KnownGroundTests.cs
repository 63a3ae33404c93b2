using Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Journal;

namespace Scraper.Tests.Collecting;

public sealed class KnownGroundTests
{
    private const int PageSize = 5;

    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);

    /// <summary>One upload a day; the newest has the highest number and was published yesterday.</summary>
    private static ScriptedPage[] Listing(int newest, bool dated = true) =>
    [
        .. Enumerable.Range(1, newest).Reverse().Chunk(PageSize).Select(numbers => ScriptedPage.Of(
            [.. numbers.Select(number => ScriptedPage.Film(number) with
            {
                PublishedAt = dated ? ScraperParts.Start.AddDays(number - 31) : null,
            })])),
    ];

    private Task<ScraperParts> PartsAsync(ScriptedSource source) => ScraperParts.CreateAsync(source, clock: _clock);

    private static async Task<IReadOnlyList<string>> NextRunAsync(ScraperParts parts, ScriptedSource source)
    {
        source.Fetched.Clear();
        Assert.Equal(RunStatus.Done, (await parts.CollectAsync(source)).Run!.Status);
        return source.Fetched;
    }

    [Fact]
    public async Task The_next_run_looks_no_further_than_the_overlap_below_the_newest_video_known()
    {
        var source = new ScriptedSource { IsNewestFirst = true }.With("list:a", Listing(30));
        await using var parts = await PartsAsync(source);
        Assert.Equal(6, (await NextRunAsync(parts, source)).Count);
        _clock.Advance(TimeSpan.FromDays(1));
        source.With("list:a", Listing(31));

        var fetched = await NextRunAsync(parts, source);

        // The first page has the new one; the second begins three days below the watermark.
        Assert.Equal(["list:a#1", "list:a#2"], fetched);
    }

    [Fact]
    public async Task Without_dates_a_page_of_known_videos_ends_the_walk()
    {
        var source = new ScriptedSource { IsNewestFirst = true }.With("list:a", Listing(30, dated: false));
        await using var parts = await PartsAsync(source);
        await NextRunAsync(parts, source);

        Assert.Equal(["list:a#1"], await NextRunAsync(parts, source));
    }

    [Fact]
    public async Task A_video_that_appears_far_below_keeps_the_walk_going()
    {
        var source = new ScriptedSource { IsNewestFirst = true }.With("list:a", Listing(30));
        await using var parts = await PartsAsync(source);
        await NextRunAsync(parts, source);
        var pages = Listing(30);
        pages[1] = ScriptedPage.Of([.. pages[1].Videos, ScriptedPage.Film(500) with { PublishedAt = ScraperParts.Start.AddDays(-7) }]);
        source.With("list:a", pages);

        Assert.Equal(["list:a#1", "list:a#2", "list:a#3"], await NextRunAsync(parts, source));
    }

    [Fact]
    public async Task A_listing_in_another_order_is_always_walked_to_its_end()
    {
        var source = new ScriptedSource().With("list:a", Listing(30));
        await using var parts = await PartsAsync(source);
        await NextRunAsync(parts, source);

        Assert.Equal(6, (await NextRunAsync(parts, source)).Count);
    }

    [Fact]
    public async Task Once_a_week_the_whole_listing_is_walked_and_what_is_gone_is_noted_but_kept()
    {
        var source = new ScriptedSource { IsNewestFirst = true }.With("list:a", Listing(30));
        await using var parts = await PartsAsync(source);
        await NextRunAsync(parts, source);
        _clock.Advance(TimeSpan.FromDays(8));
        source.With("list:a", Listing(28));

        var fetched = (await NextRunAsync(parts, source)).Count;

        await using var db = parts.OpenJournal();
        var mark = await db.TargetMarks.SingleAsync();
        var gone = await db.SeenVideos.Where(video => video.LastRunId < mark.CompletedRunId)
            .OrderBy(video => video.VideoKey).ToListAsync();
        Assert.Equal((6, 2), (fetched, mark.Unseen));
        Assert.Equal("scripted/film-29 scripted/film-30", string.Join(" ", gone.Select(video => video.VideoKey)));
        Assert.All(gone, video => Assert.Equal(ScraperParts.Start, video.LastSeenAt));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_moves_no_watermark_so_nothing_behind_it_is_missed()
    {
        var source = new ScriptedSource { IsNewestFirst = true }.With("list:a", Listing(30));
        await using var parts = await PartsAsync(source);
        await NextRunAsync(parts, source);
        _clock.Advance(TimeSpan.FromDays(3));
        source.With("list:a", Listing(60));
        using var stop = new CancellationTokenSource();
        source.BeforePage = page => StopAt(page, "list:a#4", stop);
        await parts.CollectAsync(source, cancellationToken: stop.Token);
        source.BeforePage = _ => { };
        _clock.Advance(TimeSpan.FromDays(2));

        await NextRunAsync(parts, source);

        await using var db = parts.OpenJournal();
        Assert.Equal(60, await db.SeenVideos.CountAsync());
    }

    [Fact]
    public async Task A_video_that_comes_back_in_a_later_run_is_seen_again_and_not_doubled()
    {
        var source = new ScriptedSource().With("list:a", Listing(10));
        await using var parts = await PartsAsync(source);
        await NextRunAsync(parts, source);
        _clock.Advance(TimeSpan.FromDays(1));

        await NextRunAsync(parts, source);

        await using var db = parts.OpenJournal();
        var seen = await db.SeenVideos.ToListAsync();
        Assert.Equal(10, seen.Count);
        Assert.All(seen, video => Assert.Equal(ScraperParts.Start.AddDays(1), video.LastSeenAt));
    }

    [Fact]
    public async Task A_walk_that_would_never_be_full_is_refused_by_name_and_value()
    {
        await using var parts = await ScraperParts.CreateAsync(
            new ScriptedSource(), settings: new(StringComparer.Ordinal) { ["Collecting:FullWalkEvery"] = "400.00:00:00" });

        var refused = Assert.Throws<OptionsValidationException>(() => parts.Get<IStartupValidator>().Validate());

        Assert.Contains("FullWalkEvery", refused.Message, StringComparison.Ordinal);
    }

    private static void StopAt(string page, string wanted, CancellationTokenSource stop)
    {
        if (page == wanted)
        {
            stop.Cancel();
        }
    }
}
