using System.Globalization;
using System.Xml.Linq;

namespace Scraper.Sources.Feeds;

/// <summary>Reads the videos of one page of a video sitemap. A page without videos has none to read.</summary>
internal static class SitemapEntry
{
    private const int MaxTags = 32;

    /// <param name="now">Videos that ended before are not offered any more.</param>
    public static IReadOnlyList<ReadItem> Read(XElement entry, FeedDocument document, DateTimeOffset now)
    {
        var videos = entry.Elements().Where(child => child.Name.LocalName == "video" && child.Is(FeedNames.Video)).ToList();
        if (videos.Count == 0)
        {
            return [];
        }

        var written = entry.Own("loc").Text();
        if (document.Resolve(written) is not { } page)
        {
            return [ReadItem.Refuse(externalId: null, $"loc is {written ?? "missing"}, not the address of a page", entry.ToString())];
        }

        var key = FeedKey.Of(page);
        return [.. videos.Select((video, index) => Read(video, document, page, index == 0 ? key : $"{key}#{index + 1}", now))];
    }

    private static ReadItem Read(XElement video, FeedDocument document, string page, string key, DateTimeOffset now)
    {
        var title = Text(video, "title");
        var problem = UploadTitle.Problem(title, "video:title", title ?? "missing")
            ?? (FeedDate.Read(Text(video, "expiration_date")) is { } end && end < now
                ? $"video:expiration_date is {Text(video, "expiration_date")}, which is over"
                : null);
        return problem is null
            ? ReadItem.Accept(Read(video, document, page, key, title!))
            : ReadItem.Refuse(key, problem, video.ToString());
    }

    private static RawVideo Read(XElement video, FeedDocument document, string page, string key, string title) => new()
    {
        Source = FeedSource.SourceName,
        ExternalId = key,
        SourceUrl = page,
        Title = title,
        Description = Text(video, "description"),
        Duration = PlayTime.Read(Text(video, "duration")),
        ImageUrl = document.Resolve(Text(video, "thumbnail_loc")),
        ThumbnailUrl = document.Resolve(Text(video, "thumbnail_loc")),
        EmbedUrl = document.Resolve(Text(video, "player_loc")),
        StreamUrl = document.Resolve(Text(video, "content_loc")),
        Views = long.TryParse(Text(video, "view_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var views)
            ? views
            : null,
        PublishedAt = FeedDate.Read(Text(video, "publication_date")),
        AuthorName = Text(video, "uploader"),
        AuthorUrl = document.Resolve(video.Own("uploader").FirstOrDefault()?.Text("info")),
        Category = Text(video, "category"),
        Tags = [.. video.Own("tag").Select(tag => new[] { tag }.Text()).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxTags)],
        Marks = (Says(video, "family_friendly", "no") ? VideoMarks.Adult : VideoMarks.None)
            | (Says(video, "live", "yes") ? VideoMarks.Live : VideoMarks.None)
            | (Says(video, "requires_subscription", "yes") ? VideoMarks.Paid : VideoMarks.None),
    };

    private static bool Says(XElement video, string name, string word) =>
        word.Equals(Text(video, name), StringComparison.OrdinalIgnoreCase);

    private static string? Text(XElement video, string name) => video.Own(name).Text();
}
