using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Scraper.Journal;

/// <summary>Hands out leases: one holder at a time, over all processes that share the journal.</summary>
internal sealed class Leases(
    JournalStore store, IOptions<JournalOptions> options, JournalClock time, TimeProvider clock, ILogger<HeldLease> logger)
{
    public const string Outbox = "outbox";

    /// <summary>Takes a lease that is free, has run out, or whose holder's process has died.</summary>
    /// <returns>Null when another holds it.</returns>
    /// <exception cref="ClockAstrayException">This machine's clock is not the database's.</exception>
    public async Task<HeldLease?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        // The guid tells two holders within one process apart.
        var owner = $"{ProcessIdentity.OfThisProcess}|{Guid.CreateVersion7():N}";
        var db = store.Open();
        await using (db)
        {
            var now = await time.ReadAsync(db, cancellationToken);
            time.Require();
            var found = await db.Leases.AsNoTracking().SingleOrDefaultAsync(lease => lease.Name == name, cancellationToken);
            if (found is null)
            {
                return await InsertAsync(db, name, owner, now, cancellationToken);
            }

            if (found.ExpiresAt > now && ProcessIdentity.Parse(found.Owner)?.IsGone() != true)
            {
                return null;
            }

            var fencing = Math.Max(found.Fencing + 1, FirstFencing(now));
            var expires = now + options.Value.LeaseDuration;
            var taken = await db.Leases
                .Where(lease => lease.Name == name && lease.Fencing == found.Fencing && lease.ExpiresAt == found.ExpiresAt)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(l => l.Owner, owner).SetProperty(l => l.TakenAt, now)
                        .SetProperty(l => l.ExpiresAt, expires).SetProperty(l => l.Fencing, fencing),
                    cancellationToken);
            return taken == 1 ? Hold(name, fencing) : null;
        }
    }

    /// <summary>Who holds a lease now; null when nobody does.</summary>
    public async Task<Lease?> FindHolderAsync(string name, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var now = await time.ReadAsync(db, cancellationToken);
            var found = await db.Leases.AsNoTracking()
                .SingleOrDefaultAsync(lease => lease.Name == name && lease.ExpiresAt > now, cancellationToken);
            return found is null || ProcessIdentity.Parse(found.Owner)?.IsGone() == true ? null : found;
        }
    }

    private async Task<HeldLease?> InsertAsync(
        JournalDb db, string name, string owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Leases.Add(new Lease
        {
            Name = name,
            Owner = owner,
            TakenAt = now,
            ExpiresAt = now + options.Value.LeaseDuration,
            Fencing = FirstFencing(now),
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Hold(name, FirstFencing(now));
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Leases.AnyAsync(lease => lease.Name == name, cancellationToken))
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>Metadata remembers the highest number it has seen. The time keeps the numbers of a journal made anew, or
    /// restored from a copy, above those it has lost.</summary>
    private static long FirstFencing(DateTimeOffset now) => now.ToUnixTimeMilliseconds();

    private HeldLease Hold(string name, long fencing) =>
        new(store, name, fencing, options.Value.LeaseDuration, clock, logger);
}
