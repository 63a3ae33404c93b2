using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>How far a run has come, told after each page.</summary>
/// <param name="TargetNumber">From 1.</param>
/// <param name="Total">How many videos the current target holds; null when its source does not say.</param>
internal sealed record RunProgress(SourceTarget Target, int TargetNumber, int Targets, int Seen, int Films, int? Total);
