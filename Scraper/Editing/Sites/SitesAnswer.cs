using Scraper.Sources.Sites;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Editing.Sites;

/// <summary>What "sources validate --json" and "sources test --replay --json" answer.</summary>
internal sealed record SitesAnswer(int Schema, IReadOnlyList<CheckedSite> Sites);

/// <param name="Samples">How many were read.</param>
/// <param name="Problems">Empty for a site that may be read.</param>
internal sealed record CheckedSite(string Name, string File, int Samples, IReadOnlyList<DefinitionProblem> Problems)
{
    public static CheckedSite Of(LoadedSite site) =>
        new(site.Name, site.File, site.Definition?.Samples.Count ?? 0, site.Problems);
}
