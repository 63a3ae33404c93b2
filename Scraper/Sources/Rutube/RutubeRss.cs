using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Scraper.Fetching;
using Scraper.Sources.Feeds;

namespace Scraper.Sources.Rutube;

/// <summary>Reads the RSS of a channel: its ten newest videos, with the id and the length of each in its guid. Where
/// robots are kept from the API, they are not kept from this.</summary>
internal static partial class RutubeRss
{
    /// <exception cref="SourceException">It is no RSS.</exception>
    public static SourcePage Read(FetchedText text, string channel)
    {
        var number = long.Parse(channel, NumberStyles.None, CultureInfo.InvariantCulture);
        using var document = FeedDocument.Open(text);
        List<ReadItem> items = [];
        while (document.NextEntry() is { } entry)
        {
            items.Add(Read(entry));
        }

        // "Видеоролики {имя} на Rutube"
        var author = ChannelTitle().Match(document.Title ?? "") is { Success: true } title ? title.Groups["name"].Value : null;
        return new SourcePage(
            [.. items.Select(item => item.Video).OfType<RawVideo>().DistinctBy(video => video.ExternalId, StringComparer.Ordinal)
                .Select(video => video with { AuthorName = author, AuthorUrl = RutubeAddresses.Channel(number) })],
            [.. items.Select(item => item.Reject).OfType<RejectedItem>()],
            NextCursor: null);
    }

    private static ReadItem Read(XElement entry)
    {
        var (id, seconds) = Guid(entry.Own("guid").Text());
        id ??= RutubeAddresses.VideoOf(entry.Own("link").Text() ?? "");
        if (id is null)
        {
            return ReadItem.Refuse(
                externalId: null,
                $"guid is {entry.Own("guid").Text() ?? "missing"} and link is {entry.Own("link").Text() ?? "missing"}, neither a "
                + "video of Rutube",
                entry.ToString());
        }

        var title = entry.Own("title").Text();
        return UploadTitle.Problem(title, "title", title ?? "missing") is { } problem
            ? ReadItem.Refuse(id, problem, entry.ToString())
            : ReadItem.Accept(new RawVideo
            {
                Source = RutubeSource.SourceName,
                ExternalId = id,
                SourceUrl = RutubeAddresses.Page(id),
                Title = title!,
                Description = entry.Own("description").Text(),
                Duration = seconds,
                EmbedUrl = RutubeAddresses.Embed(id, key: null),
                PublishedAt = FeedDate.Read(entry.Own("pubDate").Text()),
            });
    }

    private static (string? Id, TimeSpan? Length) Guid(string? written)
    {
        if (written is null or not ['{', ..])
        {
            return (null, null);
        }

        try
        {
            using var json = JsonDocument.Parse(written);
            var id = json.RootElement.Text("video_id")?.ToLowerInvariant();
            return (
                id is not null && RutubeAddresses.VideoOf(RutubeAddresses.Page(id)) == id ? id : null,
                RutubeFields.Duration(json.RootElement));
        }
        catch (JsonException)
        {
            // Then the link has to do.
            return (null, null);
        }
    }

    [GeneratedRegex(
        @"^Видеоролики\s+(?<name>.{1,300}?)\s+на\s+Rutube\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ChannelTitle();
}
