using System.IO.Compression;
using Gateway.Edge;

namespace Gateway.Site.Pages;

/// <summary>A page of the site. Made of nothing but its parts, so that it can be kept for as long as they hold.</summary>
internal static class SitePage
{
    private const string Html = "text/html; charset=utf-8";

    public static FinishedBody Make(PageTemplate template, PageHead head, string origin, DataIsland? island) => new(
        template.Fill(head.Language.Code, HeadTags.Write(head, origin), island?.ToHtml() ?? []), Html,
        CompressionLevel.Fastest);
}
