using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Journal;

namespace Scraper.Publishing;

/// <summary>The films that wait for Metadata, in the order found.</summary>
internal sealed class Outbox(JournalStore store, IOptions<PublishingOptions> options)
{
    /// <summary>How many films wait for Metadata, of one run or of all; those held back do not.</summary>
    public async Task<int> CountAsync(int? runId, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Outbox.CountAsync(
                entry => !entry.IsHeld && (runId == null || entry.RunId == runId), cancellationToken);
        }
    }

    /// <summary>The number of the newest film that waits; 0 when none does.</summary>
    public async Task<long> LastAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Outbox.Where(entry => !entry.IsHeld).MaxAsync(entry => (long?)entry.Id, cancellationToken) ?? 0;
        }
    }

    /// <summary>How many films wait that came in no later than that one.</summary>
    public async Task<int> CountUpToAsync(long last, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Outbox.CountAsync(entry => !entry.IsHeld && entry.Id <= last, cancellationToken);
        }
    }

    /// <summary>How many films of a run are held back, until it ends or until an editor has decided.</summary>
    public async Task<int> CountHeldAsync(int runId, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Outbox.CountAsync(entry => entry.IsHeld && entry.RunId == runId, cancellationToken);
        }
    }

    /// <summary>The oldest batch without an answer, else a new one whose key is stored before it is handed out.</summary>
    /// <returns>Null when nothing waits.</returns>
    public async Task<OutboxBatch?> NextAsync(HeldLease lease, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var waiting = await db.Outbox.Where(entry => !entry.IsHeld).OrderBy(entry => entry.Id).Take(options.Value.BatchSize).ToListAsync(cancellationToken);
            if (waiting.Count == 0)
            {
                return null;
            }

            if (waiting[0].BatchKey is { } key)
            {
                var batch = await db.Outbox
                    .Where(entry => entry.BatchKey == key)
                    .OrderBy(entry => entry.Id)
                    .ToListAsync(cancellationToken);
                return new OutboxBatch(key, batch);
            }

            return await GroupAsync(lease, [.. waiting.TakeWhile(entry => entry.BatchKey is null)], cancellationToken);
        }
    }

    private static async Task<OutboxBatch> GroupAsync(
        HeldLease lease, List<OutboxEntry> waiting, CancellationToken cancellationToken)
    {
        // A film found twice goes into two batches, so that each answer belongs to one entry.
        var seen = new HashSet<(string, string)>();
        var entries = waiting.TakeWhile(entry => seen.Add((entry.Source, entry.ExternalId))).ToList();
        var key = OutboxBatch.NewKey();
        await lease.WriteAsync(db => OutboxBatch.AssignKeyAsync(db, key, entries, cancellationToken), cancellationToken);
        return new OutboxBatch(key, entries);
    }
}
