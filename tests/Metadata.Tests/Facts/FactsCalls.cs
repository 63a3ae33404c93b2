using System.Text.Json;
using Metadata.Client;
using Metadata.Tests.Editing;

namespace Metadata.Tests.Facts;

/// <summary>What the Scraper's enrichment asks of the service.</summary>
internal static class FactsCalls
{
    public static readonly RegistryFacts Stalker = new()
    {
        Year = 1979,
        OriginalTitle = "Сталкер",
        Genres = ["фантастика", "драма"],
        Countries = ["СССР"],
        Directors = ["Андрей Тарковский"],
        Rating = 8.1,
        RatingVotes = 143_000,
        AgeRating = 12,
        ExternalIds = new ExternalIds(Imdb: "tt0079944", Kinopoisk: "43911"),
    };

    public static Task<IReadOnlyList<SoughtFilm>> SeekAsync(this Caller caller, string query) =>
        caller.ReadAsync($"facts/sought?{query}", MetadataJson.Default.IReadOnlyListSoughtFilm);

    /// <summary>The films to be asked for, in order.</summary>
    public static async Task<int[]> SoughtAsync(this Caller caller, string query) =>
        [.. (await caller.SeekAsync(query)).Select(film => film.MovieId)];

    public static async Task<FactsResult> FindAsync(
        this Caller caller, int movieId, RegistryFacts facts, string registry = Registries.Kinopoisk) =>
        (await caller.LookUpAsync(new FilmLookup
        {
            MovieId = movieId,
            Registry = registry,
            Outcome = LookupOutcome.Found,
            Facts = facts,
        })).Results[0];

    public static Task<FactsReport> MissAsync(
        this Caller caller, int movieId, string? reason = null, string registry = Registries.Kinopoisk) =>
        caller.LookUpAsync(new FilmLookup
        {
            MovieId = movieId,
            Registry = registry,
            Outcome = reason is null ? LookupOutcome.NotFound : LookupOutcome.Unsure,
            Reason = reason,
        });

    public static Task<FactsReport> LookUpAsync(this Caller caller, params IReadOnlyList<FilmLookup> lookups) =>
        caller.LookUpAsync(dryRun: false, lookups);

    public static Task<FactsReport> LookUpAsync(this Caller caller, bool dryRun, params IReadOnlyList<FilmLookup> lookups) =>
        caller.AskAsync(
            HttpMethod.Put, $"facts/batch?dryRun={(dryRun ? "true" : "false")}",
            JsonSerializer.Serialize(lookups, MetadataJson.Default.IReadOnlyListFilmLookup), MetadataJson.Default.FactsReport,
            new EditorNote(EditorNote.Scraper));

    public static Task<MovieProvenance> ExplainAsync(this Caller caller, int movieId) =>
        caller.ReadAsync($"movies/{movieId}/provenance", MetadataJson.Default.MovieProvenance);
}
