using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>Sitemaps and feeds as elements, so that the same selectors read them. Names are in small letters, and a
/// prefix is joined with a hyphen: media:thumbnail is media-thumbnail.</summary>
internal static class XmlElements
{
    private const int MaxElements = 200_000;

    /// <param name="refuse">Makes the exception for what must not be read.</param>
    public static IElement Read(string text, Func<string, Exception> refuse)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Build(reader, refuse);
        }
        catch (XmlException malformed)
        {
            throw refuse($"it is no sound XML ({malformed.Message})");
        }
    }

    private static IElement Build(XmlReader reader, Func<string, Exception> refuse)
    {
        var document = new HtmlParser().ParseDocument("");
        var root = (IElement)document.DocumentElement;
        while (root.FirstChild is { } child)
        {
            root.RemoveChild(child);
        }

        var (current, depth, count) = (root, 0, 0);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MaxElements || depth >= HtmlLimits.MaxDepth)
                    {
                        throw refuse($"it has more than {MaxElements} elements, or they nest deeper than {HtmlLimits.MaxDepth}");
                    }

                    var isEmpty = reader.IsEmptyElement;
                    var element = document.CreateElement(NameOf(reader));
                    CopyAttributes(reader, element);
                    current.AppendChild(element);
                    (current, depth) = isEmpty ? (current, depth) : (element, depth + 1);
                    break;
                case XmlNodeType.EndElement:
                    (current, depth) = (current.ParentElement ?? root, depth - 1);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    current.AppendChild(document.CreateTextNode(reader.Value));
                    break;
            }
        }

        return root;
    }

    private static void CopyAttributes(XmlReader reader, IElement element)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.SetAttribute(NameOf(reader), reader.Value);
            }
        }
    }

    private static string NameOf(XmlReader reader) => XmlConvert.EncodeLocalName(
        (reader.Prefix.Length == 0 ? reader.LocalName : $"{reader.Prefix}-{reader.LocalName}").ToLowerInvariant())!;
}
