using Scraper.Collecting;
using Scraper.Enriching;
using Scraper.Links;
using Scraper.Sources;

namespace Scraper.Scheduling;

/// <summary>What the service does by itself: every source that is enabled and told what to read, the check of links, and
/// the registries.</summary>
internal sealed class PlannedJobs(
    SourceCatalog sources, IServiceProvider services, LinksJob links, EnrichJob enrichment)
{
    public IReadOnlyList<IPlannedJob> All { get; } =
    [
        .. from source in sources.All
           where source.IsScheduled()
           select ActivatorUtilities.CreateInstance<SourceJob>(services, source),
        .. links.IsEnabled ? [links] : Array.Empty<IPlannedJob>(),
        .. enrichment.IsEnabled ? [enrichment] : Array.Empty<IPlannedJob>(),
    ];

    /// <summary>Null when the service does nothing under that name.</summary>
    public IPlannedJob? Find(string name) =>
        All.FirstOrDefault(job => job.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
