using System.Text.Json;
using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Publishing;

/// <summary>Films that travel together under one Idempotency-Key until they are answered.</summary>
internal sealed record OutboxBatch(string Key, IReadOnlyList<OutboxEntry> Entries)
{
    public IReadOnlyList<MovieUpsert> Upserts() =>
        [.. Entries.Select(entry => JsonSerializer.Deserialize(entry.Payload, MetadataJson.Default.MovieUpsert)!)];

    public static string NewKey() => Guid.CreateVersion7().ToString("N");

    public static Task<int> AssignKeyAsync(
        JournalDb db, string key, IReadOnlyCollection<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(entry => entry.Id).ToList();
        return db.Outbox.Where(entry => ids.Contains(entry.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.BatchKey, key), cancellationToken);
    }
}
