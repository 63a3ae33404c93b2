using Metadata.Client;
using Scraper.Enriching;

namespace Scraper.Editing.Enrichment;

/// <summary>What "enrich" answers.</summary>
internal sealed record EnrichAnswer(
    int Schema, bool DryRun, IReadOnlyList<AskedRegistry> Registries, IReadOnlyList<LookedUpFilm> Films)
{
    public static EnrichAnswer Of(bool dryRun, IReadOnlyList<RegistryStep> steps) => new(
        CliJson.Schema, dryRun, [.. steps.Select(AskedRegistry.Of)],
        [.. steps.SelectMany(step => step.Films.Select(film => LookedUpFilm.Of(step.Registry, film)))]);
}

/// <param name="Problem">Why it was not asked to the end.</param>
internal sealed record AskedRegistry(
    string Registry, int Films, int Found, int NotFound, int Unsure, int Changed, int Review, int Rejected, int Requests,
    string? Problem)
{
    public static AskedRegistry Of(RegistryStep step) => new(
        step.Registry, step.Films.Count, step.Count(LookupOutcome.Found), step.Count(LookupOutcome.NotFound),
        step.Count(LookupOutcome.Unsure), step.Count(FactsStatus.Changed), step.Count(FactsStatus.Review),
        step.Count(FactsStatus.Rejected), step.Requests, step.Problem);
}

/// <param name="Status">What Metadata made of the answer.</param>
/// <param name="Reason">Why there are no facts, or why they were not taken.</param>
internal sealed record LookedUpFilm(
    int MovieId, string Title, int? Year, string Registry, LookupOutcome Outcome, FactsStatus Status, string? Reason,
    IReadOnlyList<FieldChange> Changes)
{
    public static LookedUpFilm Of(string registry, EnrichedFilm film) => new(
        film.Film.MovieId, film.Film.Title, film.Film.Year, registry, film.Lookup.Outcome, film.Result.Status,
        film.Result.Reason ?? film.Lookup.Reason, film.Result.Changes);
}

/// <summary>What "enrich unsure" answers.</summary>
internal sealed record UnsureAnswer(int Schema, PageOf<RegistryLookup> Lookups);
