using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>A page that a run has kept. What has come together so far is added up by whoever looks, if anybody does.</summary>
/// <param name="TargetNumber">From 1.</param>
/// <param name="Total">How many items the walk of this target will bring at most; null when nobody can say.</param>
internal sealed record RunProgress(SourceTarget Target, int TargetNumber, int Targets, PageOutcome Page, int? Total);
