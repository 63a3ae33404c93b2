namespace Scraper.Journal;

/// <summary>What a run's answers of one form of target looked like; the good ones are the baseline of later runs.</summary>
internal sealed class RunProfile
{
    public required int RunId { get; init; }

    /// <summary>The form of target: "search", "channel".</summary>
    public required string Form { get; init; }

    public required string Source { get; init; }

    /// <summary>Targets, limit and kind of walk: runs with the same scope read the same.</summary>
    public required string Scope { get; init; }

    /// <summary>The counts, JSON.</summary>
    public required string Counts { get; init; }

    /// <summary>Later runs are judged by it.</summary>
    public bool IsGood { get; set; }

    /// <summary>An editor has said that this is how the source looks now, however it looked before.</summary>
    public bool IsTaught { get; set; }
}
