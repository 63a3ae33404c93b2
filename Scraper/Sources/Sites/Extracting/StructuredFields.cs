namespace Scraper.Sources.Sites.Extracting;

/// <summary>Where schema.org and OpenGraph keep the fields of a film, so that a definition need not say it.</summary>
internal static class StructuredFields
{
    private static readonly Dictionary<string, string[]> LinkedData = new(StringComparer.Ordinal)
    {
        ["url"] = ["url", "mainEntityOfPage.@id", "@id"],
        ["rawTitle"] = ["name", "headline"],
        ["title"] = ["name"],
        ["originalTitle"] = ["alternateName", "alternativeHeadline"],
        ["alternativeTitles"] = ["alternateName"],
        ["description"] = ["description"],
        ["year"] = ["dateCreated", "datePublished", "copyrightYear"],
        ["duration"] = ["duration", "timeRequired"],
        ["poster"] = ["image.url", "image.contentUrl", "image", "thumbnailUrl"],
        ["thumbnail"] = ["thumbnailUrl", "thumbnail.url"],
        ["player"] = ["embedUrl", "trailer.embedUrl"],
        ["stream"] = ["contentUrl"],
        ["views"] = ["interactionStatistic.userInteractionCount", "interactionCount"],
        ["publishedAt"] = ["uploadDate", "datePublished"],
        ["author"] = ["author.name", "author", "publisher.name"],
        ["authorUrl"] = ["author.url"],
        ["tags"] = ["keywords"],
        ["ageRating"] = ["contentRating"],
        ["language"] = ["inLanguage"],
        ["genres"] = ["genre"],
        ["countries"] = ["countryOfOrigin.name", "countryOfOrigin"],
        ["director"] = ["director.name", "director"],
        ["rating"] = ["aggregateRating.ratingValue"],
        ["quality"] = ["videoQuality"],
        ["season"] = ["partOfSeason.seasonNumber"],
        ["episode"] = ["episodeNumber"],
    };

    private static readonly Dictionary<string, string[]> Meta = new(StringComparer.Ordinal)
    {
        ["url"] = ["og:url"],
        ["rawTitle"] = ["og:title", "twitter:title"],
        ["title"] = ["og:title"],
        ["description"] = ["og:description", "twitter:description", "description"],
        ["year"] = ["video:release_date", "og:video:release_date"],
        ["duration"] = ["video:duration", "og:video:duration"],
        ["poster"] = ["og:image:secure_url", "og:image", "twitter:image"],
        ["thumbnail"] = ["og:image:secure_url", "og:image"],
        ["player"] = ["og:video:secure_url", "og:video:url", "og:video", "twitter:player"],
        ["stream"] = ["twitter:player:stream"],
        ["publishedAt"] = ["article:published_time", "og:video:upload_date", "ya:ovs:upload_date"],
        ["tags"] = ["video:tag", "og:video:tag"],
        ["ageRating"] = ["og:restrictions:age"],
        ["genres"] = ["ya:ovs:genre"],
        ["language"] = ["ya:ovs:languages"],
    };

    public static IReadOnlyList<string> LinkedDataPaths(string field) => LinkedData.GetValueOrDefault(field, []);

    public static IReadOnlyList<string> MetaNames(string field) => Meta.GetValueOrDefault(field, []);
}
