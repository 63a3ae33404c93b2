namespace Scraper.Journal;

/// <summary>How far a source can be relied on at the moment.</summary>
internal sealed class SourceStanding
{
    public required string Source { get; init; }

    /// <summary>Rung of the ladder: 0 while it answers, one more with each run that it fails.</summary>
    public int Step { get; set; }

    /// <summary>Since when it has been failing; null while it answers.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>What the last failure was; null while it answers.</summary>
    public string? Problem { get; set; }

    /// <summary>The schedule leaves it alone until then; null while it answers.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>Since when an editor has kept it from the schedule; null when none does.</summary>
    public DateTimeOffset? PausedAt { get; set; }
}
