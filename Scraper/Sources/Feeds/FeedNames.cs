using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Scraper.Sources.Feeds;

/// <summary>Finds the elements of a feed. Namespaces are told apart by how they begin, because their ends are often
/// mistyped.</summary>
internal static class FeedNames
{
    public const string Media = "http://search.yahoo.com/mrss";
    public const string Podcast = "http://www.itunes.com/dtds/podcast";
    public const string Content = "http://purl.org/rss/1.0/modules/content";
    public const string DublinCore = "http://purl.org/dc/elements";
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string YouTube = "http://www.youtube.com/xml/schemas";
    public const string Video = "http://www.google.com/schemas/sitemap-video";

    /// <summary>The children of the element's own kind, not of an extension.</summary>
    public static IEnumerable<XElement> Own(this XElement element, string name) => element.Elements()
        .Where(child => child.Name.LocalName == name && child.Name.Namespace == element.Name.Namespace);

    /// <summary>The elements of an extension, at any depth.</summary>
    public static IEnumerable<XElement> Within(this XElement element, string family, string name) => element.Descendants()
        .Where(inner => inner.Name.LocalName == name && inner.Is(family));

    public static bool Is(this XElement element, string family) =>
        element.Name.NamespaceName.StartsWith(family, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of the elements that says something, trimmed.</summary>
    public static string? Text(this IEnumerable<XElement> elements) =>
        elements.Select(element => Clean(element.Value)).FirstOrDefault(text => text is not null);

    public static string? Text(this XElement element, string attribute) => Clean(element.Attribute(attribute)?.Value);

    /// <summary>A number of an attribute within bounds; null for anything else.</summary>
    public static long? Number(this XElement element, string attribute, long least, long most) =>
        long.TryParse(
            element.Text(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most ? number : null;

    // Control characters break databases and terminals, and mean nothing.
    private static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        // Rune by rune, so that half a character becomes one that says so.
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t'))
        {
            clean.Append(rune);
        }

        return clean.ToString().Trim() is { Length: > 0 } said ? said : null;
    }
}
