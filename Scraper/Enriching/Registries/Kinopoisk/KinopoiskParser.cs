using System.Globalization;
using System.Text.Json;
using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Enriching.Registries.Kinopoisk;

/// <summary>Reads answers of Kinopoisk's unofficial API: a search (v2.1), where numbers come as strings and an unknown
/// rating as "null", and a film (v2.2).</summary>
internal static class KinopoiskParser
{
    private const string Film = "FILM";
    private const string AgePrefix = "age";

    /// <exception cref="SourceException">The answer has no list of films.</exception>
    public static IReadOnlyList<RegistryCandidate> ReadSearch(JsonElement answer, Uri url)
    {
        if (answer.Field("films") is not { ValueKind: JsonValueKind.Array })
        {
            throw new SourceException(
                SourceFailure.Contract, $"{url} answers without films: {answer.Describe("films")} instead of a list.");
        }

        return [.. answer.Items("films").Where(film => film.Text("type") is null or Film).Select(film => Candidate(
            film, "filmId", LengthOf(film.Text("filmLength")))).OfType<RegistryCandidate>()];
    }

    /// <summary>Null when it is no film, or none with a usable id.</summary>
    public static RegistryCandidate? ReadFilm(JsonElement film)
    {
        if (film.Text("type") is not (null or Film) || film.Switch("serial"))
        {
            return null;
        }

        int? length = film.SmallNumber("filmLength", 1, 1440) is { } minutes ? minutes * 60 : null;
        return Candidate(film, "kinopoiskId", length) is not { } candidate ? null : candidate with
        {
            Facts = new RegistryFacts
            {
                Year = candidate.Year,
                OriginalTitle = film.Text("nameOriginal"),
                Genres = [.. film.Items("genres").Select(genre => genre.Text("genre")).OfType<string>()
                    .Select(RegistryTerms.Genre).OfType<string>()],
                Countries = [.. film.Items("countries").Select(country => country.Text("country")).OfType<string>()
                    .Select(RegistryTerms.Country)],
                Rating = film.Real("ratingKinopoisk"),
                RatingVotes = film.SmallNumber("ratingKinopoiskVoteCount", 1, int.MaxValue),
                AgeRating = AgeOf(film.Text("ratingAgeLimits")),
                ExternalIds = new ExternalIds(
                    Imdb: RegistryIdForms.Imdb(film.Text("imdbId")), Kinopoisk: candidate.Id),
            },
        };
    }

    private static RegistryCandidate? Candidate(JsonElement film, string idField, int? length) =>
        film.SmallNumber(idField, 1, int.MaxValue) is not { } id ? null : new RegistryCandidate
        {
            Id = id.ToString(CultureInfo.InvariantCulture),
            Titles = [.. new[] { film.Text("nameRu"), film.Text("nameEn"), film.Text("nameOriginal") }.OfType<string>()],
            Year = film.SmallNumber("year", MovieUpsert.MinYear, 9999),
            DurationsSeconds = length is { } seconds ? [seconds] : [],
        };

    // "1:40"
    private static int? LengthOf(string? text) =>
        text?.Split(':') is [var hours, var minutes]
        && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole < 24
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var rest) && rest < 60
        && (whole * 60) + rest is > 0 and var length
            ? length * 60
            : null;

    // "age16"
    private static int? AgeOf(string? text) =>
        text?.StartsWith(AgePrefix, StringComparison.OrdinalIgnoreCase) == true
        && int.TryParse(text.AsSpan(AgePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var age)
            ? age
            : null;
}
