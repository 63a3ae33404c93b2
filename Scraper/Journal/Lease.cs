namespace Scraper.Journal;

/// <summary>The right to run a source, or to empty the outbox, held by one process at a time.</summary>
internal sealed class Lease
{
    /// <summary>A source, or "outbox".</summary>
    public required string Name { get; init; }

    public required string Owner { get; set; }

    public required DateTimeOffset TakenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Rises with each holder; a write of an earlier holder is refused.</summary>
    public required long Fencing { get; set; }
}
