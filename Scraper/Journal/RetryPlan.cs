using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>What of a run failed and can be tried again.</summary>
/// <param name="Pages">Pages with items that could not be taken in.</param>
/// <param name="Rests">What is left of targets that were not read to their end.</param>
/// <param name="Refused">Rejects of films that Metadata did not take.</param>
internal sealed record RetryPlan(
    Run Run, IReadOnlyList<RetriedPage> Pages, IReadOnlyList<RetriedRest> Rests, IReadOnlyList<Reject> Refused)
{
    public int Items => Pages.Sum(page => page.Items);

    public bool IsEmpty => !HasReading && Refused.Count == 0;

    /// <summary>Whether there is anything to ask the source for.</summary>
    public bool HasReading => Pages.Count + Rests.Count > 0;

    /// <param name="source">Reads such targets.</param>
    public RunRequest Request(ISource source) => new(
        source.Name, source,
        [
            .. Pages.Select(page => RetryTarget.OfPage(Run.Id, page.Number)),
            .. Rests.Select(rest => RetryTarget.OfRest(Run.Id, rest.Place)),
        ],
        // A run that was limited is not to bring more in two goes than in one.
        Rests.Count > 0 && Run.Limit is { } limit ? Math.Max(limit - Run.Seen, 0) + Items : null);
}

/// <summary>A page of a run with the items of it that failed.</summary>
/// <param name="Cursor">Where the page begins; null for the first of its target.</param>
/// <param name="ExternalIds">The items whose id is known.</param>
/// <param name="Nameless">How many have no id that could be read.</param>
internal sealed record RetriedPage(
    int Number, string Target, string? Cursor, IReadOnlySet<string> ExternalIds, int Nameless)
{
    public int Items => ExternalIds.Count + Nameless;
}

/// <summary>A target of a run from where its reading broke off.</summary>
/// <param name="Place">Among the run's targets, from 1.</param>
/// <param name="Cursor">Where to read on; null from the start.</param>
internal sealed record RetriedRest(int Place, string Target, string? Cursor);
