namespace Scraper.Sources.Sites.Definitions;

/// <summary>The keys that each object of a definition may have, and the words of those with a closed list.</summary>
internal static class SiteKeys
{
    public static readonly IReadOnlyList<string> Top =
    [
        "$schema", "schema", "id", "name", "baseUrl", "language", "fetch", "list", "detail", "accept", "health", "samples",
    ];

    public static readonly IReadOnlyList<string> Fetch =
        ["mode", "encoding", "headers", "minDelayMs", "concurrency", "timeoutMs", "waitFor", "blockResources", "hosts"];

    public static readonly IReadOnlyList<string> List = ["start", "pages", "rows", "skipRowsWithout", "key", "fields"];

    public static readonly IReadOnlyList<string> Pages = ["by", "from", "max", "next", "stop"];

    public static readonly IReadOnlyList<string> Detail = ["from", "when", "fields"];

    public static readonly IReadOnlyList<string> Accept = ["kinds", "require", "minDurationSeconds", "language"];

    public static readonly IReadOnlyList<string> Health = ["minItems", "coverage", "maxUnknownKindShare", "maxChangeShare"];

    public static readonly IReadOnlyList<string> Sample = ["name", "url", "body", "expect", "at"];

    public static readonly IReadOnlyList<string> Modes = ["http", "browser"];

    public static readonly IReadOnlyList<string> By = ["number", "next", "cursor", "sitemap", "feed"];

    public static readonly IReadOnlyList<string> Stop = ["empty", "known", "watermark"];

    public static readonly IReadOnlyList<string> When = ["never", "new", "changed"];

    public static readonly IReadOnlyList<string> Resources = ["image", "media", "font", "stylesheet"];
}
