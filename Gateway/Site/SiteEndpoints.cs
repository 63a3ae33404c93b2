using Gateway.Edge;
using Gateway.Site.Pages;

namespace Gateway.Site;

/// <summary>The site's addresses: pages, files, and a page that says "not found" with the status to match.</summary>
internal static class SiteEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    private static readonly string[] ForPrograms = ["/api", "/images", "/health", "/swagger", "/assets"];

    private const string ForAYear = "public, max-age=31536000, immutable";
    private const string ForAnHour = "public, max-age=3600";

    public static void MapSite(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        foreach (var language in SiteLanguage.All)
        {
            MapPages(pages, language);
        }

        pages.MapMethods("/{**path}", Reads, ShowRest);
    }

    private static void MapPages(RouteGroupBuilder app, SiteLanguage language)
    {
        app.MapMethods(language.Address("/"), Reads, (HttpRequest request, SitePages pages, CancellationToken cancellation) =>
            pages.ShowHomeAsync(language, request, cancellation));
        app.MapMethods(language.Address("/catalog"), Reads, (HttpRequest request, SitePages pages, CancellationToken cancellation) =>
            pages.ShowCatalogAsync(language, request, cancellation));
        app.MapMethods(language.Address("/about"), Reads, (HttpRequest request, SitePages pages) =>
            pages.ShowAbout(language, request));
        app.MapMethods(language.Address("/favourites"), Reads, (HttpRequest request, SitePages pages) =>
            pages.ShowOwn(new PageHead(language, language.Favourites), request));
        app.MapMethods(language.Address("/history"), Reads, (HttpRequest request, SitePages pages) =>
            pages.ShowOwn(new PageHead(language, language.History), request));
        app.MapMethods(
            language.Address("/movies/{id:int:min(1)}/{slug?}"), Reads,
            (int id, string? slug, FilmLookup films, HttpRequest request, SitePages pages, CancellationToken cancellation) =>
                pages.ShowFilmAsync(language, id, slug, films, request, cancellation));
    }

    /// <summary>A file of the site, or nothing: as a problem where a program asked, as the site's own page where a
    /// person did.</summary>
    internal static IResult ShowRest(HttpContext context, VueSite site, SitePages pages)
    {
        var path = context.Request.Path;
        if (site.Find(path.Value ?? "") is { } file)
        {
            var isHashed = path.StartsWithSegments("/assets", StringComparison.Ordinal);
            return new FinishedAnswer(file, isHashed ? ForAYear : ForAnHour);
        }

        return IsForPrograms(path) ? TypedResults.NotFound() : pages.ShowNothing(context.Request);
    }

    private static bool IsForPrograms(PathString path) =>
        ForPrograms.Any(start => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase))
        || Path.HasExtension(path.Value);
}
