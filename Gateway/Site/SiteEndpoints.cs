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
        app.MapMethods(language.Address("/"), Reads, (HttpContext visitor, SitePages pages, CancellationToken cancellation) =>
            pages.ShowHomeAsync(language, visitor, cancellation));
        app.MapMethods(language.Address("/catalog"), Reads, (HttpContext visitor, SitePages pages, CancellationToken cancellation) =>
            pages.ShowCatalogAsync(language, visitor, cancellation));
        app.MapMethods(language.Address("/about"), Reads, (HttpContext visitor, SitePages pages) =>
            pages.ShowAbout(language, visitor));
        app.MapMethods(language.Address("/favourites"), Reads, (HttpContext visitor, SitePages pages) =>
            pages.ShowOwn(new PageHead(language, language.Favourites), visitor));
        app.MapMethods(language.Address("/history"), Reads, (HttpContext visitor, SitePages pages) =>
            pages.ShowOwn(new PageHead(language, language.History), visitor));
        app.MapMethods(
            language.Address("/movies/{id:int:min(1)}/{slug?}"), Reads,
            (int id, string? slug, HttpContext visitor, SitePages pages, CancellationToken cancellation) =>
                pages.ShowFilmAsync(language, id, slug, visitor, cancellation));
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

        return IsForPrograms(path) ? TypedResults.NotFound() : pages.ShowNothing(context);
    }

    private static bool IsForPrograms(PathString path) =>
        ForPrograms.Any(start => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase))
        || Path.HasExtension(path.Value);
}
