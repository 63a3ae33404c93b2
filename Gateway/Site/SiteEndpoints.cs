using System.Text;
using Gateway.Edge;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Site;

/// <summary>The site's addresses: pages, files, and a page that says "not found" with the status to match.</summary>
internal static class SiteEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Pages = ["/", "/catalog", "/favourites", "/history", "/about"];

    private static readonly string[] ForPrograms = ["/api", "/images", "/health", "/swagger", "/assets"];

    private const string AskAgain = "no-cache";
    private const string ForAYear = "public, max-age=31536000, immutable";
    private const string ForAnHour = "public, max-age=3600";

    /// <summary>Served in the place of a site that is not built, to say what to do.</summary>
    private static readonly FinishedBody NotBuilt = new(Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><title>OnlineCinema: the site is not built</title>
        <h1>The site is not built yet</h1>
        <p>Run <code>make up</code>, or build it in <code>frontend/</code> and start the Gateway again.</p>
        <p>The API answers all the same: <a href="/swagger">its description</a>.</p>
        </html>
        """), "text/html; charset=utf-8");

    public static void MapSite(this IEndpointRouteBuilder app)
    {
        foreach (var language in new[] { "", "/en" })
        {
            foreach (var page in Pages)
            {
                app.MapMethods(language + page, Reads, ShowPage).ExcludeFromDescription();
            }

            app.MapMethods(language + "/movies/{id:int:min(1)}/{slug?}", Reads, ShowFilmPageAsync)
                .ExcludeFromDescription();
        }

        app.MapMethods("/{**path}", Reads, ShowRest).ExcludeFromDescription();
    }

    internal static FinishedAnswer ShowPage(VueSite site) => Shell(site, StatusCodes.Status200OK);

    /// <summary>The page of a film that is not there says so by its status: search engines read nothing else.</summary>
    internal static async Task<FinishedAnswer> ShowFilmPageAsync(
        int id, VueSite site, FilmLookup films, CancellationToken cancellationToken)
    {
        var film = await films.FindAsync(id, cancellationToken);
        return Shell(site, film.State switch
        {
            FilmState.NotThere => StatusCodes.Status404NotFound,
            FilmState.TakenDown => StatusCodes.Status410Gone,
            _ => StatusCodes.Status200OK,
        });
    }

    /// <summary>A file of the site, or nothing: as a problem where a program asked, as the site's own page where a
    /// person did.</summary>
    internal static Results<FinishedAnswer, NotFound> ShowRest(HttpContext context, VueSite site)
    {
        var path = context.Request.Path;
        if (site.Find(path.Value ?? "") is { } file)
        {
            var isHashed = path.StartsWithSegments("/assets", StringComparison.Ordinal);
            return new FinishedAnswer(file, isHashed ? ForAYear : ForAnHour);
        }

        return IsForPrograms(path) ? TypedResults.NotFound() : Shell(site, StatusCodes.Status404NotFound);
    }

    private static FinishedAnswer Shell(VueSite site, int status) => site.Page is { } page
        ? new FinishedAnswer(page, AskAgain, status)
        : new FinishedAnswer(NotBuilt, FinishedAnswer.NeverStore, StatusCodes.Status503ServiceUnavailable);

    private static bool IsForPrograms(PathString path) =>
        ForPrograms.Any(start => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase))
        || Path.HasExtension(path.Value);
}
