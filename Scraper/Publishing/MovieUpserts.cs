using Metadata.Client;
using Scraper.Journal;
using Scraper.Normalizing;

namespace Scraper.Publishing;

/// <summary>A draft as Metadata takes it: what passes its limits goes in, what does not is cut or left out.</summary>
internal static class MovieUpserts
{
    private const int MaxDescriptionLength = MovieUpsert.MaxDescriptionLength;

    private static readonly int[] AgeRatings = [0, 6, 12, 16, 18];

    /// <returns>The upsert, or why there cannot be one.</returns>
    public static (MovieUpsert? Upsert, string? Problem) From(MovieDraft draft, int currentYear)
    {
        var raw = draft.Raw;
        var title = Cut(draft.Title, MovieUpsert.MaxTitleLength);
        var rawTitle = Cut(raw.Title, MovieUpsert.MaxTitleLength) ?? title;
        if (title is null || rawTitle is null)
        {
            return (null, $"The title \"{raw.Title}\" names no film.");
        }

        if (Url(raw.SourceUrl) is not { } sourceUrl)
        {
            return (null, $"The page's address \"{raw.SourceUrl}\" is not an http(s) URL of at most "
                + $"{MovieUpsert.MaxUrlLength} characters.");
        }

        return (new MovieUpsert
        {
            Source = raw.Source,
            ExternalId = StorableText.Of(raw.ExternalId),
            SourceUrl = sourceUrl,
            RawTitle = rawTitle,
            Title = title,
            OriginalTitle = Cut(draft.OriginalTitle, MovieUpsert.MaxTitleLength),
            AlternativeTitles = Names(draft.AlternativeTitles, MovieUpsert.MaxTitleLength),
            Year = draft.Year is { } year && year >= MovieUpsert.MinYear && year <= currentYear + 1 ? year : null,
            ImageUrl = Url(raw.ImageUrl),
            ThumbnailUrl = Url(raw.ThumbnailUrl),
            Views = raw.Views is >= 0 ? raw.Views : null,
            PublishedAt = raw.PublishedAt?.ToUniversalTime(),
            DurationSeconds = Duration(raw.Duration),
            Description = Cut(draft.Description ?? raw.Description, MaxDescriptionLength, lines: true),
            Genres = Names(draft.Genres.Select(genre => genre.ToLowerInvariant()), MovieUpsert.MaxNameLength),
            Countries = Names(draft.Countries, MovieUpsert.MaxNameLength),
            Directors = Names(draft.Directors, MovieUpsert.MaxNameLength),
            Rating = raw.Stated.Rating is >= 0 and <= 10 ? raw.Stated.Rating : null,
            AgeRating = raw.AgeRating is { } age && AgeRatings.Contains(age) ? age : null,
            EmbedUrl = Url(raw.EmbedUrl),
            StreamUrl = Url(raw.StreamUrl),
            Quality = Cut(draft.Quality, MovieUpsert.MaxTagLength),
            Language = Cut(raw.Language, MovieUpsert.MaxTagLength),
            Author = Cut(raw.AuthorName, MovieUpsert.MaxNameLength) is { } name ? new Author(name, Url(raw.AuthorUrl)) : null,
        }, null);
    }

    private static int? Duration(TimeSpan? duration) =>
        duration?.TotalSeconds is >= 1 and <= MovieUpsert.MaxDurationSeconds ? (int)duration.Value.TotalSeconds : null;

    private static string? Url(string? text) =>
        text is { Length: > 0 and <= MovieUpsert.MaxUrlLength }
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? text
            : null;

    private static List<string>? Names(IEnumerable<string> names, int maxLength)
    {
        var kept = names
            .Select(name => Cut(name, maxLength))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MovieUpsert.MaxNames)
            .ToList();
        return kept.Count == 0 ? null : kept;
    }

    /// <param name="lines">Keep line breaks.</param>
    private static string? Cut(string? text, int maxLength, bool lines = false)
    {
        var clean = StorableText.Of(text ?? "").Trim();
        if (clean.Any(char.IsControl))
        {
            clean = new string([.. clean.Select(letter => char.IsControl(letter) && !(lines && letter == '\n') ? ' ' : letter)]).Trim();
        }

        if (clean.Length > maxLength)
        {
            // Not between the halves of a surrogate pair.
            clean = clean[..(char.IsHighSurrogate(clean[maxLength - 1]) ? maxLength - 1 : maxLength)].TrimEnd();
        }

        return clean.Length == 0 ? null : clean;
    }
}
