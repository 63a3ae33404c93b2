using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Publishing;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Collecting;

public sealed class OutboxRoomTests
{
    private const int Bound = 100;
    private const int PageSize = 20;
    private const int Pages = 50;

    [Fact]
    public async Task While_Metadata_is_away_collecting_pauses_and_afterwards_no_film_is_missing()
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.FailWith = 503;
        var source = new ScriptedSource().With(
            "list:a", [.. Enumerable.Range(0, Pages).Select(page => ScriptedPage.Films((page * PageSize) + 1, PageSize))]);
        await using var parts = await ScraperParts.CreateAsync(
            source, metadata.Url, settings: new(StringComparer.Ordinal) { ["Collecting:OutboxBound"] = $"{Bound}" });
        using var stop = new CancellationTokenSource();
        var sending = parts.Get<OutboxSender>().RunAsync(stop.Token);

        var running = parts.CollectAsync(source);
        await Poll.UntilAsync(async () => await CountAsync(parts) >= Bound);
        await Poll.UntilAsync(() => metadata.Requests >= 3);
        var (waiting, fetched) = (await CountAsync(parts), source.Fetched.Count);
        metadata.FailWith = null;
        var run = (await running).Run!;
        await Poll.UntilAsync(async () => await CountAsync(parts) == 0);
        await stop.CancelAsync();
        await sending;

        Assert.InRange(waiting, Bound, Bound + (3 * PageSize));
        Assert.InRange(fetched, Bound / PageSize, (Bound / PageSize) + 3);
        Assert.Equal((RunStatus.Done, Pages * PageSize), (run.Status, run.Films));
        Assert.Equal(Pages * PageSize, metadata.Stored.Count);
    }

    private static async Task<int> CountAsync(ScraperParts parts)
    {
        await using var db = parts.OpenJournal();
        return await db.Outbox.CountAsync();
    }
}
