using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>Tells what has changed since it was last sent from what has not.</summary>
internal static class SentUpserts
{
    private const int HashBytes = 16;

    private static readonly RowInsert Insert = new(
        "SentUpserts", ["Source", "ExternalId", "Hash", "SentAt"],
        " ON CONFLICT (\"Source\", \"ExternalId\") DO UPDATE SET \"Hash\" = excluded.\"Hash\", \"SentAt\" = excluded.\"SentAt\"");

    public static byte[] HashOf(string payload) => SHA256.HashData(MemoryMarshal.AsBytes(payload.AsSpan()))[..HashBytes];

    /// <summary>What was sent of these uploads, by upload.</summary>
    public static async Task<Dictionary<(string Source, string ExternalId), SentUpsert>> FindAsync(
        JournalDb db, IReadOnlyCollection<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var sent = new Dictionary<(string Source, string ExternalId), SentUpsert>();
        foreach (var ofSource in entries.GroupBy(entry => entry.Source, StringComparer.Ordinal))
        {
            // As one parameter, or every page would be a statement of its own to compile.
            var ids = ofSource.Select(entry => entry.ExternalId).ToArray();
            var found = db.SentUpserts.AsNoTracking()
                .Where(upsert => upsert.Source == ofSource.Key && EF.Parameter(ids).Contains(upsert.ExternalId));
            await foreach (var upsert in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                sent[(upsert.Source, upsert.ExternalId)] = upsert;
            }
        }

        return sent;
    }

    /// <summary>Remembers what is new or changed as sent.</summary>
    /// <param name="unchangedSince">What was sent before this moment is sent again, changed or not.</param>
    /// <returns>What is to be sent.</returns>
    public static async Task<IReadOnlyList<OutboxEntry>> NoteAsync(
        JournalDb db, IReadOnlyList<OutboxEntry> entries, DateTimeOffset now, DateTimeOffset unchangedSince,
        CancellationToken cancellationToken)
    {
        var sent = await FindAsync(db, entries, cancellationToken);
        var changed = entries.Where(entry => sent.GetValueOrDefault((entry.Source, entry.ExternalId)) is not { } before
            || before.SentAt < unchangedSince || !before.IsStill(entry.Payload)).ToList();
        await Insert.WriteAsync(
            db, changed.Select(entry => new object?[] { entry.Source, entry.ExternalId, HashOf(entry.Payload), now }),
            cancellationToken);
        return changed;
    }

    /// <summary>The next run sends this upload whether it has changed or not.</summary>
    public static Task<int> ForgetAsync(
        JournalDb db, string source, string externalId, CancellationToken cancellationToken) =>
        db.SentUpserts.Where(upsert => upsert.Source == source && upsert.ExternalId == externalId)
            .ExecuteDeleteAsync(cancellationToken);
}
