using System.Globalization;
using System.Text.Json;

namespace Scraper.Sources.Rutube;

/// <summary>The parts of a video object that need more than a glance.</summary>
internal static class RutubeFields
{
    public const int FirstYear = 1888;

    private const int MaxTags = 50;
    private const int MaxSeconds = 86_400;

    private static readonly Uri Site = new("https://rutube.ru/");

    private static readonly int[] AgeMarks = [0, 6, 12, 16, 18];

    /// <summary>Rutube says 0 or 1 second for live streams, and for some ordinary films.</summary>
    public static TimeSpan? Duration(JsonElement item) =>
        item.SmallNumber("duration", 2, MaxSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The number of a type, which comes alone or in an object.</summary>
    public static long? Type(JsonElement item) => item.Field("type") is { ValueKind: JsonValueKind.Object } type
        ? type.Number("id")
        : item.Number("type");

    public static long? Views(JsonElement item) => item.Number("hits") is { } hits and >= 0 ? hits : null;

    public static string? AuthorUrl(JsonElement? author) => author is not { } known ? null
        : WebAddress.Secure(known.Text("site_url"), Site)
            ?? (known.Number("id") is { } id and > 0 ? RutubeAddresses.Channel(id) : null);

    public static string? Category(JsonElement item) => item.Field("category") switch
    {
        { ValueKind: JsonValueKind.Object } category => category.Text("name"),
        { ValueKind: JsonValueKind.String } => item.Text("category"),
        _ => null,
    };

    public static IReadOnlyList<string> Tags(JsonElement item) =>
    [
        .. item.Items("all_tags").Concat(item.Items("tags"))
            .Select(tag => tag.ValueKind == JsonValueKind.Object ? tag.Text("name") : tag.AsText()?.Trim())
            .Concat(item.Texts("hashtags"))
            .OfType<string>()
            .Where(tag => tag.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxTags),
    ];

    /// <summary>The mark of "pg_rating": an age, never a score.</summary>
    public static int? AgeRating(JsonElement item) =>
        item.Field("pg_rating") is { ValueKind: JsonValueKind.Object } mark ? ReadAge(mark, "age") : null;

    /// <summary>16, "16" or "16+".</summary>
    public static int? ReadAge(JsonElement element, string field)
    {
        var age = element.Text(field) is { } text
            && int.TryParse(text.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var written)
                ? written
                : element.SmallNumber(field, 0, 18);
        return age is { } mark && Array.IndexOf(AgeMarks, mark) >= 0 ? mark : null;
    }

    public static VideoMarks Marks(JsonElement item) =>
        (item.Switch("is_hidden") ? VideoMarks.Hidden : VideoMarks.None)
        | (item.Switch("is_deleted") ? VideoMarks.Deleted : VideoMarks.None)
        | (item.Switch("is_adult") ? VideoMarks.Adult : VideoMarks.None)
        | (item.Switch("is_paid") ? VideoMarks.Paid : VideoMarks.None)
        | (item.Switch("is_livestream") ? VideoMarks.Live : VideoMarks.None)
        | (item.Switch("is_audio") ? VideoMarks.Audio : VideoMarks.None)
        | (item.Text("origin_type") == "rshorts" ? VideoMarks.Short : VideoMarks.None);
}
