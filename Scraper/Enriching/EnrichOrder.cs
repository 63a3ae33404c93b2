namespace Scraper.Enriching;

/// <summary>Which films to look up.</summary>
/// <param name="Limit">Most films per registry.</param>
/// <param name="MovieId">Only this film, whenever it was asked for; null for those whose turn it is.</param>
/// <param name="DryRun">Tell what would change; write nothing.</param>
internal sealed record EnrichOrder(int Limit, int? MovieId = null, bool DryRun = false)
{
    /// <summary>Most films of a dry run: without writing there is no next page.</summary>
    public const int MaxDry = 100;
}
