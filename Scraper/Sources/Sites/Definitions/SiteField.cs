namespace Scraper.Sources.Sites.Definitions;

/// <summary>A field that a definition may fill.</summary>
/// <param name="Filter">What makes its value of whatever stands there, where the definition does not do so itself.</param>
/// <param name="StructuredFilter">The same for values from JSON-LD and OpenGraph, when they come in another form.</param>
internal sealed record SiteField(string Name, string Filter = "text", string? StructuredFilter = null)
{
    public const string Url = "url";
    public const string RawTitle = "rawTitle";
    public const string Duration = "duration";
    public const string Player = "player";
    public const string PublishedAt = "publishedAt";
    public const string Kind = "kind";
    public const string Language = "language";

    public static readonly IReadOnlyList<SiteField> All =
    [
        new(Url, "url"), new(RawTitle), new("title"), new("originalTitle"), new("alternativeTitles"), new("description", "trim"),
        new("year", "int", @"match ([12]\d{3})"), new(Duration, "duration"), new("poster", "url"), new("thumbnail", "url"),
        new(Player, "url"), new("stream", "url"), new("views", "int"), new(PublishedAt, "date"), new("author"),
        new("authorUrl", "url"), new("category"), new("tags"), new("ageRating", "int"), new(Language), new("genres"),
        new("countries"), new("director"), new("rating"), new("quality"), new("season", "int"), new("episode", "int"), new(Kind),
    ];

    public static readonly IReadOnlyList<string> Names = [.. All.Select(field => field.Name)];

    /// <summary>What a site may say an upload is.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["feature", "short", "episode", "series", "trailer", "clip", "music", "review", "game", "live", "other"];

    public static SiteField? Find(string name) => All.FirstOrDefault(field => field.Name == name);
}
