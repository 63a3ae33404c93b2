using System.Xml;
using System.Xml.Linq;
using Scraper.Fetching;

namespace Scraper.Sources.Feeds;

/// <summary>What a document lists.</summary>
internal enum FeedKind
{
    Rss,
    Atom,
    Sitemap,
    SitemapIndex,
}

/// <summary>A feed or sitemap, read entry by entry. Document types and entities of one's own are refused, because they
/// are how small documents grow large and read others' files.</summary>
internal sealed class FeedDocument : IDisposable
{
    private static readonly XmlReaderSettings Strict = new()
    {
        // Control characters are taken out instead, as such here and as references later: they spoil a word, not a feed.
        CheckCharacters = false,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = PackedBody.MaxBytes,
        XmlResolver = null,
    };

    private static readonly char[] NoXml =
        [.. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF'];

    private readonly XmlReader _reader;
    private readonly string _entryName;
    private XElement? _ahead;

    private FeedDocument(XmlReader reader, Uri url, FeedKind kind, string entryName) =>
        (_reader, Url, Kind, _entryName) = (reader, url, kind, entryName);

    /// <summary>Where it came from, after redirects.</summary>
    public Uri Url { get; }

    public FeedKind Kind { get; }

    /// <summary>What relative addresses belong to.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>The language that the feed names for all its entries.</summary>
    public string? Language { get; private set; }

    /// <summary>The title of the whole feed.</summary>
    public string? Title { get; private set; }

    /// <summary>Where the feed goes on, as written; known for certain once all entries are read.</summary>
    public string? Next { get; private set; }

    /// <exception cref="SourceException">It is no feed; the message tells what it is.</exception>
    public static FeedDocument Open(FetchedText text)
    {
        var reader = XmlReader.Create(new StringReader(string.Concat(text.Text.TrimStart().Split(NoXml))), Strict);
        try
        {
            reader.MoveToContent();
            var (kind, entryName) = reader.LocalName switch
            {
                "rss" or "RDF" => (FeedKind.Rss, "item"),
                "feed" => (FeedKind.Atom, "entry"),
                "urlset" => (FeedKind.Sitemap, "url"),
                "sitemapindex" => (FeedKind.SitemapIndex, "sitemap"),
                var root => throw NoFeed(text.Url, root),
            };
            var document = new FeedDocument(reader, text.Url, kind, entryName)
            {
                BaseUrl = Uri.TryCreate(text.Url, reader.GetAttribute("xml:base") ?? "", out var written) ? written : text.Url,
                Language = reader.GetAttribute("xml:lang"),
            };
            reader.Read();
            return document;
        }
        catch (XmlException malformed)
        {
            reader.Dispose();
            throw Broken(text.Url, malformed);
        }
    }

    /// <summary>Whether an entry follows. Looks only as far as that needs.</summary>
    /// <exception cref="SourceException">The document is malformed from here on.</exception>
    public bool HasMore() => (_ahead ??= Find()) is not null;

    /// <summary>The next entry; null after the last.</summary>
    /// <exception cref="SourceException">The document is malformed from here on.</exception>
    public XElement? NextEntry()
    {
        var entry = _ahead ?? Find();
        _ahead = null;
        return entry;
    }

    /// <summary>An address that an entry holds; null when it is none that a browser may open.</summary>
    public string? Resolve(string? written) => WebAddress.Resolve(written, Url, BaseUrl);

    public void Dispose() => _reader.Dispose();

    private XElement? Find()
    {
        try
        {
            while (!_reader.EOF)
            {
                if (_reader.NodeType != XmlNodeType.Element)
                {
                    _reader.Read();
                    continue;
                }

                FeedElement.RequireDepth(_reader);
                if (_reader.LocalName == _entryName)
                {
                    return FeedElement.Read(_reader);
                }

                // A feed's own channel holds the entries of RSS; all else beside entries is small.
                if (_reader.LocalName == "channel")
                {
                    _reader.Read();
                    continue;
                }

                Note(FeedElement.Read(_reader));
            }

            return null;
        }
        catch (XmlException malformed)
        {
            throw Broken(Url, malformed);
        }
    }

    private void Note(XElement beside)
    {
        switch (beside.Name.LocalName)
        {
            case "link" when "next".Equals(beside.Text("rel"), StringComparison.OrdinalIgnoreCase):
                Next ??= beside.Text("href");
                break;
            case "language":
                Language ??= new[] { beside }.Text();
                break;
            case "title":
                Title ??= new[] { beside }.Text();
                break;
        }
    }

    private static SourceException NoFeed(Uri url, string root) => new(
        SourceFailure.Contract,
        root.Equals("html", StringComparison.OrdinalIgnoreCase)
            ? $"{url} is a page for people, not a feed. Give the address of its RSS, Atom or sitemap."
            : $"{url} is no feed: its root is <{root}>, not rss, feed, urlset or sitemapindex.");

    private static SourceException Broken(Uri url, XmlException malformed) => new(
        SourceFailure.Contract, $"{url} is not the XML that a feed is: {malformed.Message}", malformed);
}
