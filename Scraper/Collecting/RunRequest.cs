using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>What to collect.</summary>
/// <param name="Name">The run's source in the journal, and the name of its lease.</param>
/// <param name="Source">Where to read.</param>
/// <param name="Targets">What to read there, one after another.</param>
/// <param name="Limit">Most videos to see; null for all.</param>
internal sealed record RunRequest(string Name, ISource Source, IReadOnlyList<SourceTarget> Targets, int? Limit)
{
    /// <summary>The source was failing: its first answer decides whether there is a run at all.</summary>
    public bool IsProbe { get; init; }
}
