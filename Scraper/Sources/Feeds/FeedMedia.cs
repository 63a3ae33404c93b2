using System.Xml.Linq;

namespace Scraper.Sources.Feeds;

/// <summary>What an entry of RSS or Atom says in the words of Media RSS and of podcasts, and by its enclosures.</summary>
internal sealed class FeedMedia(XElement entry, FeedDocument document)
{
    private const int MaxHeight = 10_000;

    private static readonly string[] Playable = [".mp4", ".m4v", ".webm", ".ogv", ".m3u8"];

    private readonly IReadOnlyList<XElement> _contents =
    [
        .. entry.Within(FeedNames.Media, "content"),
        .. entry.Own("enclosure"),
        .. entry.Own("link").Where(link => link.Text("rel") == "enclosure"),
    ];

    public TimeSpan? Duration =>
        _contents.Select(content => PlayTime.Read(content.Text("duration"))).FirstOrDefault(time => time is not null)
        ?? PlayTime.Read(entry.Within(FeedNames.Podcast, "duration").Text());

    /// <summary>The best file that browsers play.</summary>
    public (string? Url, string? Quality) Stream
    {
        get
        {
            var best = (
                from content in _contents
                let url = Address(content)
                where url is not null && IsVideo(content, url)
                let height = content.Number("height", 1, MaxHeight)
                orderby content.Text("isDefault") == "true" descending, height descending
                select (Url: url, Quality: height is null ? null : $"{height}p")).FirstOrDefault();
            return best;
        }
    }

    /// <summary>Whether all that is offered is sound.</summary>
    public bool IsSound => _contents.Count > 0 && _contents.All(content =>
        content.Text("type")?.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) == true || content.Text("medium") == "audio");

    public bool IsAdult => "adult".Equals(entry.Within(FeedNames.Media, "rating").Text(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The widest picture.</summary>
    public string? Picture =>
        entry.Within(FeedNames.Media, "thumbnail").Concat(_contents.Where(IsPicture))
            .OrderByDescending(picture => picture.Number("width", 1, MaxHeight) ?? 0)
            .Select(Address)
            .Concat(entry.Within(FeedNames.Podcast, "image").Select(image => document.Resolve(image.Text("href"))))
            .FirstOrDefault(address => address is not null);

    /// <summary>A player to frame; YouTube's own without cookies.</summary>
    public string? Player =>
        entry.Within(FeedNames.YouTube, "videoId").Text() is { } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? $"https://www.youtube-nocookie.com/embed/{id}"
            : entry.Within(FeedNames.Media, "player").Concat(entry.Within(FeedNames.Media, "embed"))
                .Select(Address).FirstOrDefault(address => address is not null);

    public long? Views => entry.Within(FeedNames.Media, "statistics").FirstOrDefault()?.Number("views", 0, long.MaxValue);

    private string? Address(XElement content) => document.Resolve(content.Text("url") ?? content.Text("href"));

    private static bool IsPicture(XElement content) =>
        content.Text("medium") == "image"
        || content.Text("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsVideo(XElement content, string url) =>
        content.Text("type")?.ToLowerInvariant() switch
        {
            "video/mp4" or "video/x-m4v" or "video/webm" or "video/ogg" => true,
            "application/x-mpegurl" or "application/vnd.apple.mpegurl" => true,
            null => Playable.Contains(Path.GetExtension(new Uri(url).AbsolutePath), StringComparer.OrdinalIgnoreCase),
            _ => false,
        };
}
