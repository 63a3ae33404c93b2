using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Journal;

namespace Scraper.Collecting;

/// <summary>Keeps collecting from running away from a Metadata that is slow or away: it pauses, and goes on by itself.</summary>
internal sealed partial class OutboxRoom(
    JournalStore store, IOptions<CollectingOptions> options, TimeProvider clock, ILogger<OutboxRoom> logger)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits while too many films wait. Films held for an editor or for their run's end do not count: nothing
    /// that Metadata does would make them fewer.</summary>
    /// <returns>For how many more films there is room.</returns>
    public async Task<int> WaitAsync(string source, CancellationToken cancellationToken)
    {
        var bound = options.Value.OutboxBound;
        var waiting = await CountAsync(bound, cancellationToken);
        if (waiting < bound)
        {
            return bound - waiting;
        }

        LogPaused(source, bound);
        while (waiting >= bound)
        {
            await Task.Delay(Glance, clock, cancellationToken);
            waiting = await CountAsync(bound, cancellationToken);
        }

        LogGoesOn(source);
        return bound - waiting;
    }

    private async Task<int> CountAsync(int most, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Outbox.Where(entry => !entry.IsHeld).Take(most).CountAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Source}: collecting pauses, for {Bound} films wait for Metadata (Collecting:OutboxBound). It goes on when Metadata takes them.")]
    private partial void LogPaused(string source, int bound);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: Metadata takes films again; collecting goes on.")]
    private partial void LogGoesOn(string source);
}
