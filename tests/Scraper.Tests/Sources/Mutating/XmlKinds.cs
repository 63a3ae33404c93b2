using System.Net;
using System.Xml;
using System.Xml.Linq;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Feeds;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>The sources that are read from feeds.</summary>
internal static class XmlKinds
{
    private const string Index = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <sitemap><loc>https://host.example/sitemap-1.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap>
          <sitemap><loc>https://other.example/sitemap-2.xml</loc></sitemap>
          <sitemap><loc>/sitemap-3.xml</loc></sitemap>
        </sitemapindex>
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static SourceKind Feeds { get; } = new(
        "feed",
        [
            Of("feed-media.rss", ReadEntries),
            Of("feed-youtube.atom", ReadEntries),
            Of("feed-sitemap.xml", ReadEntries),
            Of("sitemap-index.xml", Index, text =>
            {
                using var document = FeedDocument.Open(text);
                Assert.All(SitemapIndex.Read(document).Parts, part => Assert.Equal("host.example", part.Host));
                return [];
            }),
        ],
        ["is not the XML that a feed is", "is no feed: its root is", "is a page for people, not a feed"],
        [
            "^link is .*, not the address of a page$", "^loc is .*, not the address of a page$", "^title is .*, not a text$",
            @"^title has \d+ characters; 500 are the most$", "^video:title is .*, not a text$",
            @"^video:title has \d+ characters; 500 are the most$", "^video:expiration_date is .*, which is over$",
        ]);

    public static AnswerSample Of(string name, Func<FetchedText, IReadOnlyList<ReadItem>> read) =>
        Of(name, RecordedAnswer.Text(name), read);

    private static AnswerSample Of(string name, string answer, Func<FetchedText, IReadOnlyList<ReadItem>> read) => new(
        name, answer, AnswerForm.Xml, body =>
        {
            var text = FetchedText.Read(new FetchedBody(JsonKinds.Url, HttpStatusCode.OK, "application/xml", body));
            return new SampleReading(read(text), Sent: null);
        });

    private static List<ReadItem> ReadEntries(FetchedText text)
    {
        using var document = FeedDocument.Open(text);
        List<ReadItem> items = [];
        var entries = 0;
        while (document.NextEntry() is { } entry)
        {
            entries++;
            items.AddRange(document.Kind == FeedKind.Sitemap ? SitemapEntry.Read(entry, document, Now) : [FeedEntry.Read(entry, document)]);
        }

        Assert.Equal(Count(text.Text), entries);
        return items;
    }

    // Entries lie in the feed or in its channel; elsewhere they are part of something else.
    private static int Count(string text)
    {
        var sound = string.Concat(text.TrimStart().Where(letter => letter is '\t' or '\n' or '\r' or >= ' ' and < '\uFFFE'));
        using var reader = XmlReader.Create(new StringReader(sound), new XmlReaderSettings { CheckCharacters = false });
        var root = XDocument.Load(reader).Root!;
        var name = root.Name.LocalName switch { "feed" => "entry", "urlset" => "url", _ => "item" };
        return Entries(root);

        int Entries(XElement parent) => parent.Elements().Sum(child =>
            child.Name.LocalName == name ? 1 : child.Name.LocalName == "channel" ? Entries(child) : 0);
    }
}
