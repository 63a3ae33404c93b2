namespace Scraper.Fetching.Pacing;

/// <summary>Where a host's gate stands.</summary>
/// <param name="StartedAt">When the last request started.</param>
/// <param name="OpensAt">The next one starts no sooner.</param>
/// <param name="Delay">Time between starts that the host's answers have taught.</param>
/// <param name="Failures">In a row, up to now.</param>
internal sealed record Pace(DateTimeOffset StartedAt, DateTimeOffset OpensAt, TimeSpan Delay, int Failures)
{
    /// <summary>A host that was never asked.</summary>
    public static Pace Fresh { get; } = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, TimeSpan.Zero, Failures: 0);

    /// <summary>So many failures in a row that the host is left alone for a while.</summary>
    public bool IsBroken => Failures >= Breaker.Failures;

    /// <summary>Time until a request may start; zero or less when it may now.</summary>
    /// <param name="floor">What the caller keeps between starts in any case.</param>
    public TimeSpan WaitAt(DateTimeOffset now, TimeSpan floor)
    {
        var opens = StartedAt + floor > OpensAt ? StartedAt + floor : OpensAt;
        // A start that is yet to come was written by a clock that has since been put back.
        return opens - (StartedAt > now ? StartedAt : now);
    }
}
