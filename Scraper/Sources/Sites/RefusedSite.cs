using Scraper.Fetching;

namespace Scraper.Sources.Sites;

/// <summary>A site whose definition is wrong or whose samples do not give what they must: it says why, and is not read.
/// The other sources go on.</summary>
internal sealed class RefusedSite(LoadedSite site) : ISource
{
    private const int MaxProblems = 20;

    public string Name => site.Name;

    public IReadOnlyList<string> TargetForms => [SiteSource.Target];

    /// <summary>Every mistake with its place.</summary>
    public string Message => $"The site \"{site.Name}\" is refused:\n"
        + string.Join('\n', site.Problems.Take(MaxProblems))
        + (site.Problems.Count > MaxProblems ? $"\n… and {site.Problems.Count - MaxProblems} more" : "")
        + $"\nCorrect {site.File}; \"scraper sources validate {site.File}\" checks it.";

    public SourceTarget ReadTarget(string text) => SiteSource.ReadTarget(site.Name, text);

    public IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken) =>
        throw new SourceException(SourceFailure.Contract, Message);
}
