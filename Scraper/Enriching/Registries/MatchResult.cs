using Metadata.Client;

namespace Scraper.Enriching.Registries;

/// <summary>The candidate that surely is the film; else why there is none.</summary>
internal sealed record MatchResult(RegistryCandidate? Candidate, LookupOutcome Outcome, string? Reason)
{
    public static MatchResult Found(RegistryCandidate candidate) => new(candidate, LookupOutcome.Found, null);

    /// <summary>As Metadata takes it.</summary>
    public FilmLookup ToLookup(int movieId, string registry, int currentYear) => new()
    {
        MovieId = movieId,
        Registry = registry,
        Outcome = Outcome,
        Reason = Reason is null ? null : FactsLimits.Cut(Reason, FilmLookup.MaxReasonLength),
        Facts = Candidate is null ? null : FactsLimits.Keep(Candidate.Facts, currentYear),
    };
}
