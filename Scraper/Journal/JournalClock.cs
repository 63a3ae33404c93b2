using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>The time that leases count by: the database's own where several machines share it, and how far this machine's
/// clock is from that.</summary>
internal sealed class JournalClock(TimeProvider clock)
{
    /// <summary>Quartz, too, wants the clocks of a cluster within a second.</summary>
    public static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(1);

    // An answer that took longer says nothing exact.
    private static readonly TimeSpan LongestMeasure = TimeSpan.FromSeconds(2);

    /// <summary>How far this machine's clock was ahead when last measured.</summary>
    public TimeSpan Skew { get; private set; }

    /// <summary>Whether times of this machine cannot be relied on.</summary>
    public bool IsAstray => Skew.Duration() > MaxSkew;

    public async Task<DateTimeOffset> ReadAsync(JournalDb db, CancellationToken cancellationToken)
    {
        if (db is not PostgresJournalDb)
        {
            return clock.GetUtcNow();
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var asked = clock.GetTimestamp();
        var theirs = await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"")
            .SingleAsync(cancellationToken);
        var took = clock.GetElapsedTime(asked);
        if (took < LongestMeasure)
        {
            // Somewhere within the time that the answer took lies the moment it was given.
            var skew = clock.GetUtcNow() - (took / 2) - theirs;
            Skew = skew.Duration() > took / 2 ? skew : TimeSpan.Zero;
        }

        return theirs;
    }

    /// <exception cref="ClockAstrayException">The clock is off; whoever relied on it would take what others still hold.</exception>
    public void Require()
    {
        if (IsAstray)
        {
            throw new ClockAstrayException(Skew);
        }
    }
}

/// <summary>This machine's clock is not the database's.</summary>
internal sealed class ClockAstrayException(TimeSpan skew) : Exception(
    $"The clock of this machine is {Math.Abs(skew.TotalSeconds):0.0} s {(skew > TimeSpan.Zero ? "ahead of" : "behind")} the "
    + $"database's; {JournalClock.MaxSkew.TotalSeconds:0} s is allowed. It runs nothing until the clock is set: check its time service (NTP).");
