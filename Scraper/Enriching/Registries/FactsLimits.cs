using Metadata.Client;
using Scraper.Journal;

namespace Scraper.Enriching.Registries;

/// <summary>What a registry says, as Metadata takes it: whatever is outside the contract's limits is left out, so that one
/// odd value costs neither the film nor its batch.</summary>
internal static class FactsLimits
{
    private const int MaxNameLength = 200;
    private const int MaxIdLength = 50;

    private static readonly int[] AgeRatings = [0, 6, 12, 16, 18];

    public static RegistryFacts Keep(RegistryFacts facts, int currentYear) => new()
    {
        Year = facts.Year is { } year && year >= MovieUpsert.MinYear && year <= currentYear + 1 ? year : null,
        OriginalTitle = Text(facts.OriginalTitle, MovieUpsert.MaxTitleLength),
        Genres = Names(facts.Genres),
        Countries = Names(facts.Countries),
        Directors = Names(facts.Directors),
        Rating = facts.Rating is > 0 and <= 10 ? facts.Rating : null,
        RatingVotes = facts is { Rating: > 0 and <= 10, RatingVotes: > 0 } ? facts.RatingVotes : null,
        AgeRating = facts.AgeRating is { } age && AgeRatings.Contains(age) ? age : null,
        ExternalIds = new ExternalIds(
            Text(facts.ExternalIds?.Imdb, MaxIdLength), Text(facts.ExternalIds?.Kinopoisk, MaxIdLength),
            Text(facts.ExternalIds?.Tmdb, MaxIdLength), Text(facts.ExternalIds?.Wikidata, MaxIdLength)),
    };

    /// <summary>The text, cut to a length.</summary>
    public static string Cut(string text, int maxLength)
    {
        var clean = StorableText.Of(text);
        return clean.Length <= maxLength ? clean
            // Not between the halves of a surrogate pair.
            : clean[..(char.IsHighSurrogate(clean[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }

    private static List<string>? Names(IReadOnlyList<string>? names)
    {
        var kept = (names ?? []).Select(name => Text(name, MaxNameLength)).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MovieUpsert.MaxNames).ToList();
        return kept.Count == 0 ? null : kept;
    }

    // A text that is too long is no title and no name.
    private static string? Text(string? text, int maxLength) =>
        text is not null && StorableText.Of(text).Trim() is { Length: > 0 } clean && clean.Length <= maxLength ? clean : null;
}
