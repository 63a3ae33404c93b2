using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>Spoils feeds, sitemaps and pages that stay markup.</summary>
internal static class MutatedMarkup
{
    // Written as they are: characters that XML forbids are among what hosts send.
    private static readonly XmlWriterSettings Careless = new() { CheckCharacters = false, OmitXmlDeclaration = true };

    /// <summary>Drops, replaces, repeats or nests one element, or changes an attribute.</summary>
    public static string Xml(string xml, Random random)
    {
        var root = XDocument.Parse(xml);
        var elements = root.Root!.Descendants().ToList();
        var victim = elements[random.Next(elements.Count)];
        var attributes = victim.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        switch (random.Next(6))
        {
            case 0:
                victim.Remove();
                break;
            case 1:
                victim.AddAfterSelf(new XElement(victim));
                break;
            case 2:
                victim.AddFirst(new XElement(victim));
                break;
            case 3 when attributes.Count > 0:
                attributes[random.Next(attributes.Count)].Value = Whole(HostileValues.Pick(random));
                break;
            default:
                victim.ReplaceNodes(Whole(HostileValues.Pick(random)));
                break;
        }

        using var text = new StringWriter();
        using (var writer = XmlWriter.Create(text, Careless))
        {
            root.WriteTo(writer);
        }

        return text.ToString();
    }

    /// <summary>The same with a page's elements.</summary>
    public static string Html(string html, Random random)
    {
        var page = new HtmlParser().ParseDocument(html);
        var elements = page.QuerySelectorAll("body *, script, meta, base");
        var victim = elements[random.Next(elements.Length)];
        switch (random.Next(6))
        {
            case 0:
                victim.Remove();
                break;
            case 1:
                victim.After(victim.Clone());
                break;
            case 2:
                victim.Prepend(victim.Clone());
                break;
            case 3 when victim.Attributes.Length > 0:
                victim.Attributes[random.Next(victim.Attributes.Length)]!.Value = HostileValues.Pick(random);
                break;
            case 4:
                victim.InnerHtml = HostileValues.Pick(random);
                break;
            default:
                victim.TextContent = HostileValues.Pick(random);
                break;
        }

        return page.DocumentElement.OuterHtml;
    }

    // A writer refuses half a character in any setting; as bytes such halves come with the other mutations.
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
