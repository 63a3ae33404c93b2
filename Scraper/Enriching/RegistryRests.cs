using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Enriching;

/// <summary>Leaves a registry alone after a failure: as long as it asks for, else longer with each further failure.</summary>
internal sealed class RegistryRests(JournalStore store, TimeProvider clock)
{
    private static readonly TimeSpan[] Ladder =
        [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromDays(1)];

    /// <summary>The rest that a registry is in; null when it may be asked.</summary>
    public async Task<RegistryRest?> FindAsync(string registry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var db = store.Open();
        await using (db)
        {
            return await db.RegistryRests.AsNoTracking()
                .SingleOrDefaultAsync(rest => rest.Registry == registry && rest.Until > now, cancellationToken);
        }
    }

    public async Task<RegistryRest> BeginAsync(string registry, SourceException failure, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var rest = await db.RegistryRests.SingleOrDefaultAsync(found => found.Registry == registry, cancellationToken);
            if (rest is null)
            {
                rest = new RegistryRest { Registry = registry, Until = default, Reason = "", Failures = 0 };
                db.RegistryRests.Add(rest);
            }

            var pause = failure.RetryAfter is { Ticks: > 0 } asked ? asked : Ladder[Math.Min(rest.Failures, Ladder.Length - 1)];
            (rest.Until, rest.Reason, rest.Failures) =
                (clock.GetUtcNow() + pause, StorableText.Of(failure.Message), rest.Failures + 1);
            await db.SaveChangesAsync(cancellationToken);
            return rest;
        }
    }

    public async Task EndAsync(string registry, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            await db.RegistryRests.Where(rest => rest.Registry == registry).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
