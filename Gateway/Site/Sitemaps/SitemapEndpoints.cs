using System.Text;
using Gateway.Edge;

namespace Gateway.Site.Sitemaps;

/// <summary>What programs look for at fixed addresses of a site.</summary>
internal static class SitemapEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    private const string ForADay = "public, max-age=86400";

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").ExcludeFromDescription();
        files.MapMethods("/robots.txt", Reads, ShowRobots);
        files.MapMethods("/opensearch.xml", Reads, ShowOpenSearch);
        files.MapMethods("/sitemap.xml", Reads, (HttpRequest request, ShowSitemap sitemaps, CancellationToken cancellation) =>
            sitemaps.ShowIndexAsync(request, cancellation));
        files.MapMethods(
            "/sitemaps/{file:int:min(1)}.xml", Reads,
            (int file, HttpRequest request, ShowSitemap sitemaps, CancellationToken cancellation) =>
                sitemaps.ShowFileAsync(file, request, cancellation));
    }

    /// <summary>The API stays open to search engines: the site reads it when they run its scripts.</summary>
    internal static FinishedAnswer ShowRobots(HttpRequest request, SiteOrigin origins) => Text(
        $"""
        User-agent: *
        Disallow: /swagger
        Disallow: /health

        Sitemap: {origins.Of(request)}/sitemap.xml

        """, "text/plain; charset=utf-8");

    internal static FinishedAnswer ShowOpenSearch(HttpRequest request, SiteOrigin origins) =>
        Text(OpenSearch.Describe(origins.Of(request)), OpenSearch.ContentType);

    private static FinishedAnswer Text(string text, string contentType) =>
        new(new FinishedBody(Encoding.UTF8.GetBytes(text), contentType), ForADay);
}
