using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Gateway.Site.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.PageUrl);
            json.WriteString("feed_url", feed.Url);
            json.WriteString("language", feed.Language.Code);
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
            {
                WriteItem(json, item);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Url);
        json.WriteString("title", item.Title);
        json.WriteString("content_text", item.Text);
        if (item.PictureUrl is not null)
        {
            json.WriteString("image", item.PictureUrl);
        }

        json.WriteString("date_published", item.AddedAt);
        json.WriteStartArray("tags");
        foreach (var genre in item.Genres)
        {
            json.WriteStringValue(genre);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
