using Metadata.Client;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>What the contract allows in a film that is sent, written down apart from the code that keeps to it.</summary>
internal static class UpsertRules
{
    public static IEnumerable<string> Broken(MovieUpsert film, int lastYear)
    {
        (string Name, string? Text, int Most)[] texts =
        [
            ("source", film.Source, 50), ("externalId", film.ExternalId, 300), ("rawTitle", film.RawTitle, 500), ("title", film.Title, 500),
            ("originalTitle", film.OriginalTitle, 500), ("description", film.Description, 10_000), ("quality", film.Quality, 50),
            ("language", film.Language, 50), ("author", film.Author?.Name, 200),
            .. Each("alternativeTitles", film.AlternativeTitles, 500), .. Each("genres", film.Genres, 200),
            .. Each("countries", film.Countries, 200), .. Each("directors", film.Directors, 200),
        ];
        (string Name, string? Text)[] addresses =
        [
            ("sourceUrl", film.SourceUrl), ("imageUrl", film.ImageUrl), ("thumbnailUrl", film.ThumbnailUrl), ("embedUrl", film.EmbedUrl),
            ("streamUrl", film.StreamUrl), ("author.url", film.Author?.Url),
        ];
        (string Name, int Count)[] lists =
        [
            ("alternativeTitles", film.AlternativeTitles?.Count ?? 0), ("genres", film.Genres?.Count ?? 0),
            ("countries", film.Countries?.Count ?? 0), ("directors", film.Directors?.Count ?? 0),
        ];
        (string Name, bool Holds)[] numbers =
        [
            ("year", film.Year is null || (film.Year >= 1888 && film.Year <= lastYear)),
            ("rating", film.Rating is null or (>= 0 and <= 10)), ("durationSeconds", film.DurationSeconds is null or (>= 0 and <= 86_400)),
            ("views", film.Views is null or >= 0), ("ageRating", film.AgeRating is null or 0 or 6 or 12 or 16 or 18),
        ];
        return
        [
            .. texts.Where(text => text.Text is not null && WhyBad(text.Text, text.Most) is not null)
                .Select(text => $"{text.Name} {WhyBad(text.Text!, text.Most)}"),
            .. addresses.Where(address => address.Text is not null && !IsAddress(address.Text))
                .Select(address => $"{address.Name} is {address.Text}"),
            .. lists.Where(list => list.Count > 50).Select(list => $"{list.Name} has {list.Count}"),
            .. numbers.Where(number => !number.Holds).Select(number => $"{number.Name} is out of bounds"),
            .. film.Title.Any(char.IsControl) ? ["title has control characters"] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<(string, string?, int)> Each(string name, IReadOnlyList<string>? texts, int most) =>
        (texts ?? []).Select(text => (name, (string?)text, most));

    private static string? WhyBad(string text, int most) =>
        string.IsNullOrWhiteSpace(text) ? "is blank"
        : text.Length > most ? $"has {text.Length} characters"
        : text.Contains('\0', StringComparison.Ordinal) ? "holds NUL"
        : text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) && !text.Contains('\uFFFD', StringComparison.Ordinal) ? "holds half a character"
        : null;

    private static bool IsAddress(string text) =>
        text.Length <= 2048 && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
        && url.UserInfo.Length == 0 && !text.Any(char.IsControl);
}
