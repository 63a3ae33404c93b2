namespace Scraper.Journal;

/// <summary>A video that a source has ever listed. Never deleted: one that no walk finds any more stays with the moment
/// it was last seen.</summary>
internal sealed class SeenVideo
{
    /// <summary>The first 64 bits of a hash of source and key, so that a million keys are looked up without holding
    /// them. Two videos of a million share one with a chance of 3 in 100 million.</summary>
    public required long Id { get; init; }

    /// <summary>The source of the runs that saw it.</summary>
    public required string Source { get; init; }

    /// <summary>Source and the host's id: "rutube/1b2c…".</summary>
    public required string VideoKey { get; init; }

    /// <summary>The target that listed it last.</summary>
    public required string Target { get; init; }

    public required int FirstRunId { get; init; }

    public required int LastRunId { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }
}
