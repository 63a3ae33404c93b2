using System.Text;
using System.Xml;
using Gateway.Site.Pages;

namespace Gateway.Site.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Media = "http://search.yahoo.com/mrss/";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "media", null, Media);
            xml.WriteAttributeString("xml", "lang", null, feed.Language.Code);
            xml.WriteElementString("id", Atom, feed.Url);
            xml.WriteElementString("title", Atom, feed.Title);
            xml.WriteElementString("updated", Atom, Time(feed.ChangedAt));
            WriteLink(xml, "self", feed.Url, "application/atom+xml");
            WriteLink(xml, "alternate", feed.PageUrl, "text/html");
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, SiteLanguage.SiteName);
            xml.WriteEndElement();
            foreach (var item in feed.Items)
            {
                WriteEntry(xml, item);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, item.Id);
        xml.WriteElementString("title", Atom, item.Title);
        xml.WriteElementString("published", Atom, Time(item.AddedAt));
        xml.WriteElementString("updated", Atom, Time(item.AddedAt));
        WriteLink(xml, "alternate", item.Url, "text/html");
        xml.WriteElementString("summary", Atom, item.Text);
        foreach (var genre in item.Genres)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", genre);
            xml.WriteEndElement();
        }

        if (item.PictureUrl is not null)
        {
            WriteLink(xml, "enclosure", item.PictureUrl, null);
            xml.WriteStartElement("thumbnail", Media);
            xml.WriteAttributeString("url", item.PictureUrl);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string url, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => XmlConvert.ToString(time.ToUniversalTime());
}
