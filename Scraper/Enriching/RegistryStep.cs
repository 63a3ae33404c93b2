using Metadata.Client;

namespace Scraper.Enriching;

/// <summary>What one step did at one registry.</summary>
/// <param name="Films">The films answered for: as they were sought, what the registry answered, what became of it.</param>
/// <param name="Problem">Why the step ended before its films did; null when it did not.</param>
internal sealed record RegistryStep(string Registry, IReadOnlyList<EnrichedFilm> Films, int Requests, string? Problem = null)
{
    public int Count(LookupOutcome outcome) => Films.Count(film => film.Lookup.Outcome == outcome);

    public int Count(FactsStatus status) => Films.Count(film => film.Result.Status == status);
}

internal sealed record EnrichedFilm(SoughtFilm Film, FilmLookup Lookup, FactsResult Result);
