using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>Tells what has changed since it was last sent from what has not.</summary>
internal static class SentUpserts
{
    private const int HashBytes = 16;

    public static byte[] HashOf(string payload) => SHA256.HashData(Encoding.UTF8.GetBytes(payload))[..HashBytes];

    /// <summary>What was sent of these uploads, by upload.</summary>
    public static async Task<Dictionary<(string Source, string ExternalId), SentUpsert>> FindAsync(
        JournalDb db, IReadOnlyCollection<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var sent = new Dictionary<(string Source, string ExternalId), SentUpsert>();
        foreach (var ofSource in entries.GroupBy(entry => entry.Source, StringComparer.Ordinal))
        {
            var ids = ofSource.Select(entry => entry.ExternalId).ToList();
            var found = db.SentUpserts.Where(upsert => upsert.Source == ofSource.Key && ids.Contains(upsert.ExternalId));
            await foreach (var upsert in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                sent[(upsert.Source, upsert.ExternalId)] = upsert;
            }
        }

        return sent;
    }

    /// <summary>Puts what is new or changed into the outbox and remembers it; the rest stays where it is.</summary>
    /// <param name="unchangedSince">What was sent before this moment is sent again, changed or not.</param>
    /// <returns>How many were left out.</returns>
    public static async Task<int> AddChangedAsync(
        JournalDb db, IReadOnlyList<OutboxEntry> entries, DateTimeOffset now, DateTimeOffset unchangedSince,
        CancellationToken cancellationToken)
    {
        var sent = await FindAsync(db, entries, cancellationToken);
        var unchanged = 0;
        foreach (var entry in entries)
        {
            var before = sent.GetValueOrDefault((entry.Source, entry.ExternalId));
            if (before is not null && before.SentAt >= unchangedSince && before.IsStill(entry.Payload))
            {
                unchanged++;
                continue;
            }

            db.Outbox.Add(entry);
            if (before is null)
            {
                db.SentUpserts.Add(new SentUpsert
                {
                    Source = entry.Source,
                    ExternalId = entry.ExternalId,
                    Hash = HashOf(entry.Payload),
                    SentAt = now,
                });
                continue;
            }

            (before.Hash, before.SentAt) = (HashOf(entry.Payload), now);
        }

        return unchanged;
    }

    /// <summary>The next run sends this upload whether it has changed or not.</summary>
    public static Task<int> ForgetAsync(
        JournalDb db, string source, string externalId, CancellationToken cancellationToken) =>
        db.SentUpserts.Where(upsert => upsert.Source == source && upsert.ExternalId == externalId)
            .ExecuteDeleteAsync(cancellationToken);
}
