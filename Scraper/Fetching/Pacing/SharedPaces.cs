using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Fetching.Pacing;

/// <summary>The paces of hosts in the journal. A turn is taken by writing one's name into the host's row, so it is one
/// process's at a time; a name whose process is gone, or has not been heard of for longer than a request lasts, is
/// written over.</summary>
internal sealed class SharedPaces(JournalStore store, JournalMigrator migrator, TimeProvider clock)
{
    /// <summary>How long a turn lasts at most; longer than any request.</summary>
    public static readonly TimeSpan LongestTurn = WireExchange.TimeLimit + TimeSpan.FromSeconds(10);

    // A request under way seldom takes longer, and its end cannot be waited for.
    private static readonly TimeSpan HeldPause = TimeSpan.FromMilliseconds(100);

    // The guid tells two holders within one process apart.
    private readonly string _me = $"{ProcessIdentity.OfThisProcess}|{Guid.CreateVersion7():N}";

    /// <returns>Null when the host has no pace yet.</returns>
    public async Task<Pace?> FindAsync(string host, CancellationToken cancellationToken)
    {
        if (!await migrator.IsCurrentAsync(cancellationToken))
        {
            return null;
        }

        var db = store.Open();
        await using (db)
        {
            return await FindAsync(db, host, cancellationToken) is { } row ? PaceOf(row) : null;
        }
    }

    /// <summary>Takes a turn, or tells how long to wait before the next look.</summary>
    /// <param name="floor">What the caller keeps between starts in any case.</param>
    /// <returns>Null when there is no journal yet: then nobody else collects.</returns>
    public async Task<PaceTaking?> TryTakeAsync(string host, TimeSpan floor, CancellationToken cancellationToken)
    {
        if (!await migrator.IsCurrentAsync(cancellationToken))
        {
            return null;
        }

        var db = store.Open();
        await using (db)
        {
            var row = await FindAsync(db, host, cancellationToken) ?? await InsertAsync(db, host, cancellationToken);
            var (pace, now) = (PaceOf(row), clock.GetUtcNow());
            if (pace.WaitAt(now, floor) is { Ticks: > 0 } wait)
            {
                return new PaceTaking(pace, wait);
            }

            var (holder, heldUntil, until) = (row.Holder, row.HeldUntil, now + LongestTurn);
            var isTaken = !IsHeld(row, now) && await db.Paces
                .Where(seen => seen.Host == host && seen.OpensAt == row.OpensAt
                    && seen.Holder == holder && seen.HeldUntil == heldUntil)
                .ExecuteUpdateAsync(
                    // The start is written before the request, so that it counts even if its sender dies.
                    set => set.SetProperty(taken => taken.Holder, _me).SetProperty(taken => taken.HeldUntil, until)
                        .SetProperty(taken => taken.StartedAt, now),
                    cancellationToken) == 1;
            return new PaceTaking(pace, isTaken ? TimeSpan.Zero : HeldPause);
        }
    }

    /// <summary>Gives a turn back with the pace it has led to; without a turn, tells of trouble met.</summary>
    public async Task ReturnAsync(string host, Pace pace, CancellationToken cancellationToken)
    {
        if (!await migrator.IsCurrentAsync(cancellationToken))
        {
            return;
        }

        var db = store.Open();
        await using (db)
        {
            var given = await db.Paces.Where(row => row.Host == host && row.Holder == _me).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.StartedAt, pace.StartedAt)
                    .SetProperty(row => row.OpensAt, pace.OpensAt)
                    .SetProperty(row => row.DelayMilliseconds, (long)pace.Delay.TotalMilliseconds)
                    .SetProperty(row => row.Failures, pace.Failures)
                    .SetProperty(row => row.Holder, (string?)null)
                    .SetProperty(row => row.HeldUntil, (DateTimeOffset?)null),
                cancellationToken);
            if (given == 0)
            {
                await WarnAsync(db, host, pace, cancellationToken);
            }
        }
    }

    // Another one may be at the host just now; its turn stays its own.
    private static async Task WarnAsync(JournalDb db, string host, Pace pace, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, host, cancellationToken) is null)
        {
            await InsertAsync(db, host, cancellationToken);
        }

        await db.Paces.Where(row => row.Host == host && row.OpensAt < pace.OpensAt).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.OpensAt, pace.OpensAt).SetProperty(row => row.Failures, pace.Failures),
            cancellationToken);
    }

    private static bool IsHeld(HostPace row, DateTimeOffset now) =>
        row.Holder is not null && row.HeldUntil > now && row.HeldUntil <= now + LongestTurn
        && ProcessIdentity.Parse(row.Holder)?.IsGone() != true;

    private static Task<HostPace?> FindAsync(JournalDb db, string host, CancellationToken cancellationToken) =>
        db.Paces.AsNoTracking().SingleOrDefaultAsync(row => row.Host == host, cancellationToken);

    private static async Task<HostPace> InsertAsync(JournalDb db, string host, CancellationToken cancellationToken)
    {
        var row = new HostPace { Host = host };
        db.Paces.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return row;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(db, host, cancellationToken) is { } others)
            {
                return others;
            }

            throw;
        }
    }

    private static Pace PaceOf(HostPace row) =>
        new(row.StartedAt, row.OpensAt, TimeSpan.FromMilliseconds(row.DelayMilliseconds), row.Failures);
}

/// <summary>What came of the wish for a turn.</summary>
/// <param name="Wait">Zero when it was taken.</param>
internal sealed record PaceTaking(Pace Pace, TimeSpan Wait);
