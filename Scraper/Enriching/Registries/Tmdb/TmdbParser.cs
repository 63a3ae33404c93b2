using System.Globalization;
using System.Text.Json;
using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Enriching.Registries.Tmdb;

/// <summary>Reads TMDB's answers: a search, and a film with credits, release dates and ids.</summary>
internal static class TmdbParser
{
    private const string Russia = "RU";

    /// <exception cref="SourceException">The answer has no list of results.</exception>
    public static IReadOnlyList<RegistryCandidate> ReadSearch(JsonElement answer, Uri url)
    {
        if (answer.Field("results") is not { ValueKind: JsonValueKind.Array })
        {
            throw new SourceException(
                SourceFailure.Contract, $"{url} answers without results: {answer.Describe("results")} instead of a list.");
        }

        return [.. answer.Items("results").Select(Candidate).OfType<RegistryCandidate>()];
    }

    /// <summary>Null when it has no usable id.</summary>
    public static RegistryCandidate? ReadFilm(JsonElement film) =>
        Candidate(film) is not { } candidate ? null : candidate with
        {
            DurationsSeconds = film.SmallNumber("runtime", 1, 1440) is { } minutes ? [minutes * 60] : [],
            Facts = new RegistryFacts
            {
                Year = candidate.Year,
                OriginalTitle = film.Text("original_title"),
                Genres = [.. Names(film.Items("genres")).Select(RegistryTerms.Genre).OfType<string>()],
                Countries = [.. Names(film.Items("production_countries")).Select(RegistryTerms.Country)],
                Directors = [.. Names(Part(film, "credits").Items("crew").Where(person => person.Text("job") == "Director"))],
                // Nobody's vote is not a vote for zero.
                Rating = film.SmallNumber("vote_count", 1, int.MaxValue) is null ? null : film.Real("vote_average"),
                RatingVotes = film.SmallNumber("vote_count", 1, int.MaxValue),
                AgeRating = AgeOf(film),
                ExternalIds = new ExternalIds(
                    Imdb: RegistryIdForms.Imdb(Part(film, "external_ids").Text("imdb_id") ?? film.Text("imdb_id")),
                    Tmdb: candidate.Id),
            },
        };

    private static RegistryCandidate? Candidate(JsonElement film) =>
        film.SmallNumber("id", 1, int.MaxValue) is not { } id ? null : new RegistryCandidate
        {
            Id = id.ToString(CultureInfo.InvariantCulture),
            Titles = [.. new[] { film.Text("title"), film.Text("original_title") }.OfType<string>()],
            Year = YearOf(film.Text("release_date")),
        };

    // "1979-05-25", or "" while it is not known.
    private static int? YearOf(string? date) =>
        date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year >= MovieUpsert.MinYear
            ? year
            : null;

    // "12+" or "12", among the releases in Russia.
    private static int? AgeOf(JsonElement film) => Part(film, "release_dates").Items("results")
        .Where(country => country.Text("iso_3166_1") == Russia)
        .SelectMany(country => country.Items("release_dates"))
        .Select(release => int.TryParse(
            release.Text("certification")?.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var age)
                ? (int?)age : null)
        .FirstOrDefault(age => age is not null);

    private static IEnumerable<string> Names(IEnumerable<JsonElement> items) =>
        items.Select(item => item.Text("name")).OfType<string>();

    private static JsonElement Part(JsonElement film, string name) => film.Field(name) ?? default;
}
