namespace Scraper.Journal;

/// <summary>How far a target is known: what its last walks brought, moved only when a walk has come to its end.</summary>
internal sealed class TargetMark
{
    public required string Source { get; init; }

    public required string Target { get; init; }

    /// <summary>The run whose walk came to its end last. What it or an earlier run saw first is known ground.</summary>
    public int CompletedRunId { get; set; }

    /// <summary>The watermark: when the newest video known was published; null while no video has a date.</summary>
    public DateTimeOffset? NewestPublishedAt { get; set; }

    /// <summary>When the last walk began that did not stop at known ground; null before the first.</summary>
    public DateTimeOffset? FullWalkAt { get; set; }

    /// <summary>Items that the last walk was given.</summary>
    public int Items { get; set; }

    /// <summary>Videos of this target that the last full walk did not find any more.</summary>
    public int Unseen { get; set; }
}
