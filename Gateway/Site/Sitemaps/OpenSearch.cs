using System.Xml.Linq;
using Gateway.Site.Pages;

namespace Gateway.Site.Sitemaps;

/// <summary>Tells browsers how to search here (OpenSearch 1.1), so that they offer it in their address line.</summary>
internal static class OpenSearch
{
    public const string ContentType = "application/opensearchdescription+xml; charset=utf-8";

    private static readonly XNamespace Names = "http://a9.com/-/spec/opensearch/1.1/";

    public static string Describe(string origin) => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + new XElement(
        Names + "OpenSearchDescription",
        new XElement(Names + "ShortName", SiteLanguage.SiteName),
        new XElement(Names + "Description", SiteLanguage.Russian.Description),
        new XElement(Names + "InputEncoding", "UTF-8"),
        new XElement(Names + "Image", new XAttribute("type", "image/svg+xml"), $"{origin}/favicon.svg"),
        new XElement(
            Names + "Url", new XAttribute("type", "text/html"),
            new XAttribute("template", $"{origin}/catalog?q={{searchTerms}}")));
}
