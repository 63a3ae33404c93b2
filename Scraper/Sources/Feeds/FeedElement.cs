using System.Xml;
using System.Xml.Linq;

namespace Scraper.Sources.Feeds;

/// <summary>Reads one element with all it holds, within bounds: an entry is small, or is none.</summary>
internal static class FeedElement
{
    public const int MaxDepth = 32;
    private const int MaxNodes = 10_000;
    private const int MaxCharacters = 1024 * 1024;

    /// <param name="reader">Stands on the element; afterwards behind it.</param>
    /// <exception cref="XmlException">It is malformed, or breaks a bound.</exception>
    public static XElement Read(XmlReader reader)
    {
        var root = Open(reader);
        var (current, start) = (root, reader.Depth);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return root;
        }

        var characters = 0;
        for (var nodes = 0; reader.Read(); nodes++)
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == start)
            {
                reader.Read();
                return root;
            }

            characters += reader.HasValue ? reader.Value.Length : 0;
            if (nodes > MaxNodes || characters > MaxCharacters)
            {
                throw Bound(reader, $"<{root.Name.LocalName}> holds more than {MaxNodes} parts or {MaxCharacters} characters");
            }

            current = Take(reader, current);
        }

        throw Bound(reader, $"<{root.Name.LocalName}> does not end");
    }

    /// <exception cref="XmlException">The reader stands too deep.</exception>
    public static void RequireDepth(XmlReader reader)
    {
        if (reader.Depth > MaxDepth)
        {
            throw Bound(reader, $"<{reader.LocalName}> lies deeper than {MaxDepth} elements");
        }
    }

    private static XElement Take(XmlReader reader, XElement current)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                RequireDepth(reader);
                var child = Open(reader);
                current.Add(child);
                return reader.IsEmptyElement ? current : child;
            case XmlNodeType.EndElement:
                return current.Parent!;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                current.Add(new XText(Sound(reader.Value)));
                return current;
            default:
                return current;
        }
    }

    private static XElement Open(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, Sound(reader.NamespaceURI)));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0 || reader.Prefix == "xml")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), Sound(reader.Value));
            }
        }

        reader.MoveToElement();
        return element;
    }

    // What stands in a reference passes the reader, and could not be written down again.
    private static string Sound(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF))));

    private static XmlException Bound(XmlReader reader, string problem)
    {
        var place = reader as IXmlLineInfo;
        return new XmlException(problem, innerException: null, place?.LineNumber ?? 0, place?.LinePosition ?? 0);
    }
}
