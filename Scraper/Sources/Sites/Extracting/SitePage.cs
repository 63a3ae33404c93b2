using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Scraper.Fetching;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>A page of a site, read once. Nothing on it runs.</summary>
/// <param name="Root">The page's elements; null for an answer that is JSON.</param>
/// <param name="Json">The answer; null for a page of elements.</param>
internal sealed record SitePage(Uri Url, IElement? Root, JsonElement? Json)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        MaxDepth = JsonLimits.MaxDepth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<string, JsonElement?> _scripts = new(StringComparer.Ordinal);

    private IReadOnlyList<JsonElement>? _linkedData;
    private IReadOnlyList<IElement>? _metas;

    /// <summary>What schema.org knows of the page's films, the likeliest first.</summary>
    public IReadOnlyList<JsonElement> LinkedData => _linkedData ??= LinkedDataReader.Read(Root);

    /// <summary>The page's statements about itself.</summary>
    public IReadOnlyList<IElement> Metas => _metas ??= [.. Root?.QuerySelectorAll("meta[content]") ?? Enumerable.Empty<IElement>()];

    /// <summary>Addresses on the page start from here.</summary>
    public Uri BaseUrl => Root?.Owner is IHtmlDocument document && document.QuerySelector("base[href]") is not null
        && Uri.TryCreate(Url, document.QuerySelector("base[href]")!.GetAttribute("href"), out var given) ? given : Url;

    /// <param name="url">As the definition knows it.</param>
    /// <param name="encoding">What the definition or the host says; null leaves it to the page.</param>
    /// <exception cref="SourceException">The answer must not be parsed, or cannot.</exception>
    public static SitePage Read(Uri url, byte[] body, string? encoding)
    {
        var text = PageText.Decode(body, encoding)
            ?? throw Refused(url, $"it has more than {BoundedBody.MaxBytes / (1024 * 1024)} MiB");
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("{", StringComparison.Ordinal) || start.StartsWith("[", StringComparison.Ordinal)
            ? new SitePage(url, Root: null, ParseJson(text) ?? throw Refused(
                url, $"it begins like JSON and is none, or holds more than {JsonLimits.MaxValues} values"))
            : IsXml(start) ? new SitePage(url, XmlElements.Read(text, reason => Refused(url, reason)), Json: null)
            : new SitePage(url, ParseHtml(url, text), Json: null);
    }

    /// <summary>JSON that stands in a script; null when there is none.</summary>
    public JsonElement? ScriptJson(string css)
    {
        if (!_scripts.TryGetValue(css, out var found))
        {
            found = _scripts[css] = Root?.QuerySelector(css) is { } script ? ParseJson(Assigned(script.TextContent)) : null;
        }

        return found;
    }

    public static JsonElement? ParseJson(string text)
    {
        try
        {
            var json = Encoding.UTF8.GetBytes(text);
            if (JsonLimits.AreExceededBy(json, Lenient.CommentHandling))
            {
                return null;
            }

            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IElement ParseHtml(Uri url, string text)
    {
        if (HtmlLimits.WhyRefused(text) is { } before)
        {
            throw Refused(url, before);
        }

        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(text);
        return HtmlLimits.WhyRefused(document) is { } after ? throw Refused(url, after) : document.DocumentElement;
    }

    private static bool IsXml(ReadOnlySpan<char> text) =>
        text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<rss", StringComparison.Ordinal)
        || text.StartsWith("<feed", StringComparison.Ordinal) || text.StartsWith("<urlset", StringComparison.Ordinal)
        || text.StartsWith("<sitemapindex", StringComparison.Ordinal);

    // window.__STATE__ = {…};
    private static string Assigned(string script)
    {
        var (first, last) = (script.AsSpan().IndexOfAny('{', '['), script.AsSpan().LastIndexOfAny('}', ']'));
        return first >= 0 && last > first ? script[first..(last + 1)] : script;
    }

    private static SourceException Refused(Uri url, string reason) => new(
        SourceFailure.Contract, $"{url} is not read: {reason}. A listing needs nothing like that; look at the page.");
}
