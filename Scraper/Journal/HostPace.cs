namespace Scraper.Journal;

/// <summary>How a host is being asked, for every process that asks it.</summary>
internal sealed class HostPace
{
    /// <summary>Name and port.</summary>
    public required string Host { get; init; }

    /// <summary>When the last request started.</summary>
    public DateTimeOffset StartedAt { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>The next request starts no sooner.</summary>
    public DateTimeOffset OpensAt { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Time between starts that its answers have taught.</summary>
    public long DelayMilliseconds { get; set; }

    /// <summary>In a row, up to now.</summary>
    public int Failures { get; set; }

    /// <summary>Whose request is under way; null when nobody's is.</summary>
    public string? Holder { get; set; }

    /// <summary>When a holder that is not heard of any more is passed over.</summary>
    public DateTimeOffset? HeldUntil { get; set; }
}
