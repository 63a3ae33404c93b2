using System.Text.Json;

namespace Scraper.Sources.VkVideo;

/// <summary>Reads one video of VK's API.</summary>
internal static class VkParser
{
    private const int MaxSeconds = 86_400;

    // What is shown on a page is at most this wide, and a list needs at least that.
    private const int WidestImage = 1920;
    private const int LeastThumbnail = 320;

    /// <param name="owners">Names of the owners by number.</param>
    public static ReadItem Read(JsonElement item, IReadOnlyDictionary<long, string> owners)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ReadItem.Refuse(externalId: null, $"the item is a {item.ValueKind}, not an object", item.Raw());
        }

        if (item.Number("owner_id") is not { } owner || owner == 0)
        {
            return ReadItem.Refuse(
                externalId: null, $"owner_id is {item.Describe("owner_id")}, not the number of an owner", item.Raw());
        }

        if (item.Number("id") is not { } number || number < 0)
        {
            return ReadItem.Refuse(externalId: null, $"id is {item.Describe("id")}, not a number", item.Raw());
        }

        var id = VkAddresses.Id(owner, number);
        var problem = UploadTitle.Problem(item.Text("title"), "title", item.Describe("title"))
            ?? (item.Text("platform") is null
                ? null
                : $"platform is {item.Describe("platform")}: the upload lies at another host, VK only shows it");
        return problem is null
            ? ReadItem.Accept(Read(item, owner, id, owners.GetValueOrDefault(owner)))
            : ReadItem.Refuse(id, problem, item.Raw());
    }

    private static RawVideo Read(JsonElement item, long owner, string id, string? ownerName) => new()
    {
        Source = VkSource.SourceName,
        ExternalId = id,
        SourceUrl = VkAddresses.Page(id),
        Title = item.Text("title")!,
        Description = item.Text("description"),
        // Videos for subscribers, and live ones, come with 0.
        Duration = item.SmallNumber("duration", 2, MaxSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        ImageUrl = Images(item).LastOrDefault(image => image.Width <= WidestImage).Url,
        ThumbnailUrl = Images(item).FirstOrDefault(image => image.Width >= LeastThumbnail).Url
            ?? Images(item).LastOrDefault().Url,
        EmbedUrl = VkAddresses.Player(item.Text("player")),
        Views = item.Number("views") is { } views and >= 0 ? views : null,
        PublishedAt = Moment(item, "date") ?? Moment(item, "adding_date"),
        AuthorName = ownerName,
        AuthorUrl = VkAddresses.Owner(owner),
        // "video" is what anything is; "movie" and "music_video" say something.
        Category = item.Text("type") is { } type && type != "video" ? type : null,
        Marks = Marks(item),
    };

    // From narrow to wide; those with black bars only where there are no others.
    private static IEnumerable<(string? Url, long Width)> Images(JsonElement item) =>
        from image in item.Items("image")
        let url = WebAddress.Secure(image.Text("url"))
        let width = image.Number("width")
        where url is not null && width is > 0
        orderby image.Switch("with_padding") descending, width
        select (url, width.Value);

    private static DateTimeOffset? Moment(JsonElement item, string field) =>
        item.Number(field) is { } seconds and > 0 and < 4_102_444_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static VideoMarks Marks(JsonElement item) =>
        (item.Switch("is_private") ? VideoMarks.Hidden : VideoMarks.None)
        // Subscribers may see it, visitors of ours may not.
        | (item.Number("content_restricted") is > 0 ? VideoMarks.Paid : VideoMarks.None)
        | (item.Switch("live") || item.Switch("upcoming") || item.Text("type") == "live" ? VideoMarks.Live : VideoMarks.None)
        | (item.Text("type") is "short_video" or "story" ? VideoMarks.Short : VideoMarks.None);
}
