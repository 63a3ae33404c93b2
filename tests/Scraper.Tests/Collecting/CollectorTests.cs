using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Tests.Collecting;

public sealed class CollectorTests
{
    [Fact]
    public async Task Every_film_of_every_page_goes_into_the_outbox_once()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3), ScriptedPage.Films(4, 2));
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source)).Run!;

        Assert.Equal((RunStatus.Done, 5, 5), (run.Status, run.Seen, run.Films));
        await using var db = parts.OpenJournal();
        Assert.Equal(
            ["film-1", "film-2", "film-3", "film-4", "film-5"],
            await db.Outbox.OrderBy(entry => entry.Id).Select(entry => entry.ExternalId).ToListAsync());
    }

    [Fact]
    public async Task A_video_that_comes_back_on_a_later_page_is_dropped()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3), ScriptedPage.Films(3, 2));
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source)).Run!;

        await using var db = parts.OpenJournal();
        Assert.Equal((4, 4), (run.Seen, await db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task A_video_that_comes_twice_on_one_page_is_dropped()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Of(ScriptedPage.Film(1), ScriptedPage.Film(1)));
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source)).Run!;

        Assert.Equal((1, 1), (run.Seen, run.Films));
    }

    [Fact]
    public async Task An_unreadable_item_is_kept_with_its_reason_and_the_run_goes_on()
    {
        var page = new ScriptedPage(
            [ScriptedPage.Film(1)], [new RejectedItem("bad-1", "duration: \"abc\" is no number", "{\"id\":\"bad-1\"}")]);
        var source = new ScriptedSource().With("list:a", page, ScriptedPage.Films(2, 1));
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source)).Run!;

        Assert.Equal((RunStatus.Done, 3, 2), (run.Status, run.Seen, run.Films));
        await using var db = parts.OpenJournal();
        var reject = Assert.Single(await db.Rejects.ToListAsync());
        Assert.Equal(
            ("bad-1", "parse", "duration: \"abc\" is no number", "{\"id\":\"bad-1\"}"),
            (reject.ExternalId, reject.Step, reject.Reason, reject.Payload));
    }

    [Fact]
    public async Task A_dead_target_is_counted_as_failed_and_the_next_one_is_read()
    {
        var source = new ScriptedSource()
            .With("list:dead", ScriptedPage.Broken(new SourceException(SourceFailure.Gone, "404 for channel 1")))
            .With("list:alive", ScriptedPage.Films(1, 2));
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source, ["list:dead", "list:alive"])).Run!;

        Assert.Equal((RunStatus.Partly, 2), (run.Status, run.Films));
        await using var db = parts.OpenJournal();
        var reject = Assert.Single(await db.Rejects.ToListAsync());
        Assert.Equal(("fetch", "list:dead: 404 for channel 1"), (reject.Step, reject.Reason));
    }

    [Theory]
    [InlineData(SourceFailure.Contract, false, "Broken")]
    [InlineData(SourceFailure.Contract, true, "Broken")]
    [InlineData(SourceFailure.Unavailable, false, "Failed")]
    [InlineData(SourceFailure.Unavailable, true, "Partly")]
    [InlineData(SourceFailure.AntiBot, true, "Partly")]
    [InlineData(SourceFailure.Gone, false, "Failed")]
    public async Task A_source_that_cannot_be_read_on_ends_the_run(object failure, bool afterAPage, string expected)
    {
        var broken = ScriptedPage.Broken(new SourceException((SourceFailure)failure, "results: expected an array, found null"));
        var source = new ScriptedSource().With(
            "list:a", afterAPage ? [ScriptedPage.Films(1, 2), broken] : [broken]);
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source)).Run!;

        Assert.Equal((expected, afterAPage ? 2 : 0), (run.Status.ToString(), run.Films));
        await using var db = parts.OpenJournal();
        Assert.Contains("results: expected an array, found null", (await db.Rejects.SingleAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_stops_the_run_in_the_middle_of_a_page()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3), ScriptedPage.Films(4, 3), ScriptedPage.Films(7, 3));
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source, limit: 5)).Run!;

        Assert.Equal((RunStatus.Done, 5, 5), (run.Status, run.Seen, run.Films));
        Assert.Equal(["list:a#1", "list:a#2"], source.Fetched);
    }

    [Fact]
    public async Task What_the_reading_cost_stands_in_the_run()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 1), ScriptedPage.Films(2, 1));
        await using var parts = await ScraperParts.CreateAsync(source);

        var run = (await parts.CollectAsync(source)).Run!;

        Assert.Equal((2L, 2000L), (run.Requests, run.Bytes));
    }
}
