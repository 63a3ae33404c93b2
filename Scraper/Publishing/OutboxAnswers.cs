using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;
using Scraper.Journal;

namespace Scraper.Publishing;

/// <summary>What Metadata's answers do to the outbox and to the runs that the films came from.</summary>
internal static class OutboxAnswers
{
    /// <summary>Takes an answered batch out of the outbox and books the answers on their runs.</summary>
    public static async Task SettleAsync(
        HeldLease lease, OutboxBatch batch, UpsertReport report, CancellationToken cancellationToken)
    {
        var answers = report.Results.ToLookup(result => (result.Source, result.ExternalId));
        await lease.WriteAsync(
            async db =>
            {
                foreach (var run in batch.Entries.GroupBy(entry => entry.RunId))
                {
                    var answered = run.Select(entry =>
                        (Entry: entry, Answer: answers[(entry.Source, entry.ExternalId)].FirstOrDefault())).ToList();
                    await CountAsync(db, run.Key, [.. answered.Select(pair => pair.Answer?.Status)], cancellationToken);
                    db.Rejects.AddRange(answered
                        .Where(pair => pair.Answer?.Status == UpsertStatus.Rejected)
                        .Select(pair => Rejected(pair.Entry, pair.Answer!.Reason ?? "Metadata gave no reason.")));
                }

                foreach (var entry in batch.Entries
                    .Where(entry => answers[(entry.Source, entry.ExternalId)].FirstOrDefault() is null or { Status: UpsertStatus.Rejected }))
                {
                    // What is not there must not count as sent.
                    await SentUpserts.ForgetAsync(db, entry.Source, entry.ExternalId, cancellationToken);
                }

                await db.Outbox.Where(entry => entry.BatchKey == batch.Key).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Metadata will never take this batch as it is: halves it, or gives up on its only film.</summary>
    public static Task BreakUpAsync(HeldLease lease, OutboxBatch batch, string reason, CancellationToken cancellationToken) =>
        lease.WriteAsync(
            async db =>
            {
                if (batch.Entries is [var poison])
                {
                    await CountAsync(db, poison.RunId, [UpsertStatus.Rejected], cancellationToken);
                    db.Rejects.Add(Rejected(poison, reason));
                    await SentUpserts.ForgetAsync(db, poison.Source, poison.ExternalId, cancellationToken);
                    await db.Outbox.Where(entry => entry.Id == poison.Id).ExecuteDeleteAsync(cancellationToken);
                    return;
                }

                foreach (var half in batch.Entries.Chunk((batch.Entries.Count + 1) / 2))
                {
                    await OutboxBatch.AssignKeyAsync(db, OutboxBatch.NewKey(), half, cancellationToken);
                }
            },
            cancellationToken);

    private static Task<int> CountAsync(
        JournalDb db, int runId, IReadOnlyList<UpsertStatus?> answers, CancellationToken cancellationToken)
    {
        var created = answers.Count(answer => answer == UpsertStatus.Created);
        var updated = answers.Count(answer => answer is UpsertStatus.Updated or UpsertStatus.Merged);
        var unchanged = answers.Count(answer => answer == UpsertStatus.Unchanged);
        var rejected = answers.Count(answer => answer == UpsertStatus.Rejected);
        var review = answers.Count(answer => answer == UpsertStatus.Review);
        return db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Created, run => run.Created + created)
                .SetProperty(run => run.Updated, run => run.Updated + updated)
                .SetProperty(run => run.Unchanged, run => run.Unchanged + unchanged)
                .SetProperty(run => run.Rejected, run => run.Rejected + rejected)
                .SetProperty(run => run.Review, run => run.Review + review),
            cancellationToken);
    }

    private static Reject Rejected(OutboxEntry entry, string reason) => new()
    {
        RunId = entry.RunId,
        ExternalId = entry.ExternalId,
        Step = CollectStep.Publish,
        Reason = StorableText.Of(reason),
        Payload = entry.Payload,
    };
}
