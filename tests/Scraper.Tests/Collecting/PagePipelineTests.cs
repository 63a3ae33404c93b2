using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Tests.Collecting;

public sealed class PagePipelineTests
{
    private static ScriptedSource ManyPages(int count) => new ScriptedSource().With(
        "list:a", [.. Enumerable.Range(0, count).Select(page => ScriptedPage.Films((page * 3) + 1, 3))]);

    [Fact]
    public async Task While_the_first_page_waits_to_be_kept_two_more_are_fetched_and_no_fourth()
    {
        var source = ManyPages(6);
        await using var parts = await ScraperParts.CreateAsync(source);
        await using var writer = parts.OpenJournal();
        var begun = new TaskCompletionSource();
        using var locked = new ManualResetEventSlim();
        source.BeforePage = page => HoldFirst(page, begun, locked);
        var running = Task.Run(() => parts.CollectAsync(source));
        await begun.Task;
        await using var writing = await writer.Database.BeginTransactionAsync();
        locked.Set();
        await Poll.UntilAsync(() => source.Fetched.Count >= 3);

        var fetchedMeanwhile = source.Fetched.Count;
        await writing.CommitAsync();
        var run = (await running).Run!;

        Assert.Equal((3, RunStatus.Done, 18), (fetchedMeanwhile, run.Status, run.Films));
    }

    [Fact]
    public async Task A_run_with_a_limit_never_fetches_ahead()
    {
        var source = ManyPages(6);
        await using var parts = await ScraperParts.CreateAsync(source);
        List<int> kept = [];
        source.BeforePage = _ => kept.Add(CountPages(parts));

        await parts.CollectAsync(source, limit: 10);

        Assert.Equal([0, 1, 2, 3], kept);
    }

    [Fact]
    public async Task The_same_crawl_leaves_the_same_outbox_byte_for_byte()
    {
        var source = ManyPages(20);
        var outboxes = new List<string>();
        for (var round = 0; round < 2; round++)
        {
            await using var parts = await ScraperParts.CreateAsync(source);
            await parts.CollectAsync(source);
            await using var db = parts.OpenJournal();
            outboxes.Add(string.Join('\n', await db.Outbox.OrderBy(entry => entry.Id).Select(entry => entry.Payload).ToListAsync()));
        }

        Assert.Equal(60, outboxes[0].Split('\n').Length);
        Assert.Equal(outboxes[0], outboxes[1]);
    }

    [Fact]
    public async Task A_run_that_lost_its_lease_keeps_nothing_more_and_ends()
    {
        var source = ManyPages(6);
        await using var parts = await ScraperParts.CreateAsync(source);
        source.BeforePage = page => TakeOver(page, parts);

        await Assert.ThrowsAsync<LeaseLostException>(() => parts.CollectAsync(source));

        await using var db = parts.OpenJournal();
        Assert.True(await db.Pages.CountAsync() <= 1);
    }

    private static void HoldFirst(string page, TaskCompletionSource begun, ManualResetEventSlim locked)
    {
        if (page == "list:a#1")
        {
            begun.SetResult();
            locked.Wait();
        }
    }

    private static void TakeOver(string page, ScraperParts parts)
    {
        if (page == "list:a#2")
        {
            using var db = parts.OpenJournal();
            db.Leases.ExecuteUpdate(set => set.SetProperty(lease => lease.Fencing, lease => lease.Fencing + 1));
        }
    }

    private static int CountPages(ScraperParts parts)
    {
        using var db = parts.OpenJournal();
        return db.Pages.Count();
    }
}
