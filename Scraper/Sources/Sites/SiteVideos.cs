using System.Globalization;
using System.Text.Json;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites;

/// <summary>Makes an upload of what was read of it, or says why there is none.</summary>
internal static class SiteVideos
{
    private const int FirstYear = 1888;

    private static readonly int[] AgeRatings = [0, 6, 12, 16, 18];

    public static ReadItem Read(SiteDefinition site, SiteRecord record, int lastYear) =>
        WhyRefused(site, record) is { } reason
            ? ReadItem.Refuse(record.Key, reason, Payload(record))
            : ReadItem.Accept(Video(site, record, lastYear));

    private static string? WhyRefused(SiteDefinition site, SiteRecord record)
    {
        var accept = site.Accept;
        if (record.Problem is not null)
        {
            return record.Problem;
        }

        foreach (var field in accept.Require.Prepend(SiteField.Url).Prepend(SiteField.RawTitle))
        {
            if (record.Text(field) is null)
            {
                return $"{field}: nothing was found, and the definition requires it";
            }
        }

        return UploadTitle.Problem(record.Text(SiteField.RawTitle), SiteField.RawTitle, found: "missing") is { } untitled ? untitled
            : record.Text(SiteField.Kind) is { } kind && accept.Kinds.Count > 0 && !accept.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase)
                ? $"kind: the site calls it \"{kind}\", and the definition accepts {string.Join(", ", accept.Kinds)}"
            : Duration(record) is { } time && time < accept.MinDuration
                ? $"duration: {time:c} is shorter than the {accept.MinDuration:c} that the definition accepts"
            : record.Text(SiteField.Language) is { } language && accept.Languages.Count > 0
                && !accept.Languages.Contains(language, StringComparer.OrdinalIgnoreCase)
                ? $"language: \"{language}\" is not one that the definition accepts"
            : null;
    }

    private static RawVideo Video(SiteDefinition site, SiteRecord record, int lastYear) => new()
    {
        Source = site.Id,
        ExternalId = record.Key!,
        SourceUrl = record.Text(SiteField.Url)!,
        Title = record.Text(SiteField.RawTitle)!,
        Description = record.Text("description"),
        Duration = Duration(record),
        ImageUrl = WebAddress.Secure(record.Text("poster") ?? record.Text("thumbnail")),
        ThumbnailUrl = WebAddress.Secure(record.Text("thumbnail") ?? record.Text("poster")),
        EmbedUrl = WebAddress.Secure(record.Text(SiteField.Player)),
        StreamUrl = WebAddress.Secure(record.Text("stream")),
        Views = Whole(record, "views", 0, long.MaxValue),
        PublishedAt = record.Text(SiteField.PublishedAt) is { } date
            ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
        AuthorName = record.Text("author"),
        AuthorUrl = record.Text("authorUrl"),
        Category = record.Text("category"),
        Tags = record.Texts("tags"),
        AgeRating = Whole(record, "ageRating", 0, 18) is { } age && AgeRatings.Contains((int)age) ? (int)age : null,
        Language = record.Text(SiteField.Language) ?? site.Language,
        Stated = Stated(record, lastYear),
    };

    private static StatedFacts Stated(SiteRecord record, int lastYear) => new()
    {
        Title = record.Text("title"),
        OriginalTitle = record.Text("originalTitle"),
        AlternativeTitles = record.Texts("alternativeTitles"),
        Year = (int?)Whole(record, "year", FirstYear, lastYear),
        Season = (int?)Whole(record, "season", 0, 1000),
        Episode = (int?)Whole(record, "episode", 0, 10_000),
        Kind = record.Text(SiteField.Kind)?.ToLowerInvariant() switch
        {
            "feature" => VideoKind.Film,
            "episode" or "series" => VideoKind.Episode,
            "trailer" => VideoKind.Trailer,
            { } kind when SiteField.Kinds.Contains(kind, StringComparer.Ordinal) => VideoKind.Other,
            _ => null,
        },
        Genres = record.Texts("genres"),
        Countries = record.Texts("countries"),
        Directors = record.Texts("director"),
        Rating = Rating(record.Text("rating")),
        Quality = record.Text("quality"),
    };

    private static TimeSpan? Duration(SiteRecord record) =>
        Whole(record, SiteField.Duration, 2, 86_400) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    // "7,8" and "7.8 / 10".
    private static double? Rating(string? text) =>
        double.TryParse(
            text?.Split('/')[0].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating)
        && rating is > 0 and <= 10 ? rating : null;

    private static long? Whole(SiteRecord record, string field, long least, long most) =>
        long.TryParse(record.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most ? number : null;

    private static string Payload(SiteRecord record) => record.Fragment.Length > 0 ? record.Fragment
        : JsonSerializer.Serialize(record.Values.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal), SiteJson.Default.DictionaryStringStringArray);
}
