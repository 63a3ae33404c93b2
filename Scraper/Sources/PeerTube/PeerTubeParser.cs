using System.Globalization;
using System.Text.Json;

namespace Scraper.Sources.PeerTube;

/// <summary>Reads one video, from a list or from its details. All but the uuid and the name may be missing.</summary>
internal static class PeerTubeParser
{
    private const int MaxSeconds = 86_400;
    private const int MaxTags = 50;
    private const int FirstYear = 1888;

    // Nobody published video on the web earlier, so an older date can only be the work's own.
    private const int FirstWebYear = 2005;

    /// <param name="host">The instance that was asked.</param>
    public static ReadItem Read(JsonElement item, Uri host)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ReadItem.Refuse(externalId: null, $"the item is a {item.ValueKind}, not an object", item.Raw());
        }

        if (item.Text("uuid") is not { } uuid || !PeerTubeAddresses.IsUuid(uuid))
        {
            return ReadItem.Refuse(externalId: null, $"uuid is {item.Describe("uuid")}, not a uuid", item.Raw());
        }

        var id = uuid.ToLowerInvariant();
        return UploadTitle.Problem(item.Text("name"), "name", item.Describe("name")) is { } problem
            ? ReadItem.Refuse(id, problem, item.Raw())
            : ReadItem.Accept(Read(item, host, id));
    }

    private static RawVideo Read(JsonElement item, Uri host, string id)
    {
        // At the instance where the video lies, so that copies at other instances have the same.
        var page = WebAddress.Resolve(item.Text("url"), host) ?? PeerTubeAddresses.Page(host, id);
        var author = item.Field("channel")?.Text("displayName") is null ? item.Field("account") : item.Field("channel");
        var play = PeerTubePlay.Read(item, host);
        return new RawVideo
        {
            Source = PeerTubeSource.SourceName,
            ExternalId = id,
            SourceUrl = page,
            Title = item.Text("name")!,
            Description = item.Text("description") ?? item.Text("truncatedDescription"),
            Duration = item.SmallNumber("duration", 2, MaxSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            ImageUrl = WebAddress.Resolve(item.Text("previewPath") ?? item.Text("thumbnailPath"), host),
            ThumbnailUrl = WebAddress.Resolve(item.Text("thumbnailPath") ?? item.Text("previewPath"), host),
            EmbedUrl = PeerTubeAddresses.Embed(page, id),
            StreamUrl = play.StreamUrl,
            Views = item.Number("views") is { } views and >= 0 ? views : null,
            PublishedAt = Moment(item, "publishedAt") ?? Moment(item, "createdAt"),
            AuthorName = author?.Text("displayName") ?? author?.Text("name"),
            AuthorUrl = WebAddress.Resolve(author?.Text("url"), host),
            Category = Label(item, "category"),
            Tags = [.. item.Texts("tags").Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxTags)],
            Language = item.Field("language")?.Text("id"),
            Licence = Label(item, "licence"),
            Marks = Marks(item),
            Stated = new StatedFacts { Year = Year(item), Quality = play.Quality },
        };
    }

    // What is not chosen still has a label: {"id":null,"label":"Unknown"}.
    private static string? Label(JsonElement item, string field) =>
        item.Field(field) is { } choice && choice.Field("id") is not null ? choice.Text("label") : null;

    private static int? Year(JsonElement item) =>
        Moment(item, "originallyPublishedAt")?.Year is { } year and >= FirstYear and < FirstWebYear ? year : null;

    private static DateTimeOffset? Moment(JsonElement item, string field) =>
        DateTimeOffset.TryParse(
            item.Text(field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        // The beginning of computers' time stands for no time.
        && moment != DateTimeOffset.UnixEpoch
            ? moment.ToUniversalTime()
            : null;

    // Of the kinds of privacy, 3 to 5 are private, internal and behind a password.
    private static VideoMarks Marks(JsonElement item) =>
        (item.Switch("nsfw") ? VideoMarks.Adult : VideoMarks.None)
        | (item.Switch("isLive") ? VideoMarks.Live : VideoMarks.None)
        | (item.Field("privacy")?.SmallNumber("id", 3, 5) is not null ? VideoMarks.Hidden : VideoMarks.None);
}
