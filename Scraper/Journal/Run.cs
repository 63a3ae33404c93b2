namespace Scraper.Journal;

/// <summary>One run of one source, from its start to its end or to where it was cut off.</summary>
internal sealed class Run
{
    public int Id { get; init; }

    /// <summary>The source read, "starter" for the catalogue shipped with the program, or "links" for a check of links.</summary>
    public required string Source { get; init; }

    /// <summary>The targets as written, in the order read.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Most videos to see; null for all.</summary>
    public int? Limit { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public RunStatus Status { get; set; }

    /// <summary>Distinct videos read, the unreadable ones included.</summary>
    public int Seen { get; set; }

    public int Films { get; set; }

    public int Episodes { get; set; }

    public int Trailers { get; set; }

    public int Other { get; set; }

    /// <summary>Left to an editor, by the classifier or by Metadata.</summary>
    public int Review { get; set; }

    /// <summary>Answers of Metadata; they may arrive after the run has ended.</summary>
    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Rejected { get; set; }

    public long Requests { get; set; }

    public long Retries { get; set; }

    public long Bytes { get; set; }

    /// <summary>Answers that hosts did not send again because we hold them.</summary>
    public long NotModified { get; set; }

    /// <summary>Version of the rules that read the answers; null for what older programs ran.</summary>
    public string? Parser { get; init; }

    /// <summary>Why the run ended as it did; null when all went well.</summary>
    public string? Message { get; set; }

    /// <summary>How it compares with the source's earlier runs; null while that has not been judged.</summary>
    public DriftLevel? Drift { get; set; }

    /// <summary>What drifted: measure, baseline, value found and bound.</summary>
    public IReadOnlyList<string> DriftReasons { get; set; } = [];
}

internal enum RunStatus
{
    /// <summary>At work, or cut off without a word.</summary>
    Running,

    /// <summary>Stopped cleanly before its end; the next run goes on from there.</summary>
    Stopped,

    Done,

    /// <summary>Some was kept, some could not be read.</summary>
    Partly,

    Failed,

    /// <summary>The source's answers are not what its contract says.</summary>
    Broken,

    /// <summary>The answers are so unlike the source's earlier ones that its films are held back until an editor has
    /// looked.</summary>
    Quarantined,

    /// <summary>An editor has thrown away the films of a quarantined run.</summary>
    Discarded,
}

/// <summary>How far a run's answers have drifted from those of earlier runs.</summary>
internal enum DriftLevel
{
    Ok,

    /// <summary>Worth a look; the films go on.</summary>
    Warn,

    /// <summary>The films are held back.</summary>
    Stop,
}
