using System.Text.Json;

namespace Scraper.Sources.Rutube;

/// <summary>Reads what Rutube tells pages that embed a video. Little: a title, a name and a picture, for when the API
/// itself tells nothing.</summary>
internal static class RutubeOembed
{
    public static Uri Address(Uri baseUrl, string id) => new(
        baseUrl, $"/api/oembed/?url={Uri.EscapeDataString(RutubeAddresses.Page(id))}&format=json");

    /// <param name="id">The video that was asked for; the answer does not repeat it.</param>
    public static ReadItem Read(JsonElement root, string id)
    {
        if (UploadTitle.Problem(root.Text("title"), "title", root.Describe("title")) is { } problem)
        {
            return ReadItem.Refuse(id, problem, root.Raw());
        }

        var picture = WebAddress.Secure(root.Text("thumbnail_url"));
        return ReadItem.Accept(new RawVideo
        {
            Source = RutubeSource.SourceName,
            ExternalId = id,
            SourceUrl = RutubeAddresses.Page(id),
            Title = root.Text("title")!,
            ImageUrl = picture,
            ThumbnailUrl = picture,
            EmbedUrl = RutubeAddresses.Embed(id, key: null),
            AuthorName = root.Text("author_name"),
        });
    }
}
