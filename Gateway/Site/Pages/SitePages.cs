using System.Text.Json;
using Gateway.Edge;
using Gateway.Site.Posters;
using Metadata.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Site.Pages;

/// <summary>The site's pages, each with what it says of itself and with the data that it opens with.</summary>
internal sealed class SitePages(
    VueSite site, SiteOrigin origins, FirstViews views, PictureLinks pictures, PictureJson pictureJson)
{
    private const string AskAgain = "no-cache";

    public async Task<IResult> ShowHomeAsync(
        SiteLanguage language, HttpRequest request, CancellationToken cancellationToken)
    {
        var head = new PageHead(language, language.Home)
        {
            Path = "/",
            FeedQuery = "",
            Data = SiteData.Write(language, origins.Of(request)),
        };
        return Show(head, request, await views.HomeAsync(cancellationToken));
    }

    public async Task<IResult> ShowCatalogAsync(
        SiteLanguage language, HttpRequest request, CancellationToken cancellationToken)
    {
        var address = CatalogAddress.Read(request.Query);
        var island = request.QueryString.HasValue ? null : await views.CatalogAsync(cancellationToken);
        return Show(CatalogHead.Of(address, language), request, island);
    }

    public IResult ShowAbout(SiteLanguage language, HttpRequest request) =>
        Show(new PageHead(language, language.About) { Path = "/about" }, request);

    /// <summary>A page that differs from visitor to visitor and means nothing to a search engine.</summary>
    public IResult ShowOwn(PageHead head, HttpRequest request) => Show(head with { IsIndexed = false }, request);

    public IResult ShowNothing(HttpRequest request)
    {
        var language = SiteLanguage.Of(request.Path);
        return ShowMissing(language, language.NotFound, request, StatusCodes.Status404NotFound);
    }

    /// <summary>The page of a film that is not there says so by its status: search engines read nothing else. A film that
    /// has become part of another, or whose title has changed, is shown at its present address.</summary>
    public async Task<IResult> ShowFilmAsync(
        SiteLanguage language, int id, string? slug, FilmLookup films, HttpRequest request, CancellationToken cancellationToken)
    {
        var film = await films.FindAsync(id, cancellationToken);
        return film switch
        {
            { State: FilmState.NotThere } =>
                ShowMissing(language, language.NoFilm, request, StatusCodes.Status404NotFound),
            { State: FilmState.TakenDown } => ShowMissing(language, language.Gone, request, StatusCodes.Status410Gone),
            { Movie: { } movie } when movie.Id != id || (slug is not null && slug != movie.Slug) =>
                Move(language.Address(FilmHead.Path(movie)), request),
            { Movie: { } movie } => ShowFilm(movie, language, request),
            _ => Show(new PageHead(language, ""), request),
        };
    }

    private FinishedAnswer ShowFilm(MovieDetails movie, SiteLanguage language, HttpRequest request)
    {
        var head = FilmHead.Of(movie, language, pictures.Of(movie), origins.Of(request));
        var json = JsonSerializer.SerializeToUtf8Bytes(movie, CatalogueJson.Readable.MovieDetails);
        return Show(head, request, new DataIsland($"/api/v1/movies/{movie.Id}", pictureJson.Rewrite(json)));
    }

    private FinishedAnswer ShowMissing(SiteLanguage language, string title, HttpRequest request, int status) =>
        Show(new PageHead(language, title) { IsIndexed = false }, request, null, status);

    private FinishedAnswer Show(
        PageHead head, HttpRequest request, DataIsland? island = null, int status = StatusCodes.Status200OK) =>
        site.Template is { } template
            ? new FinishedAnswer(SitePage.Make(template, head, origins.Of(request), island), AskAgain, status)
            : new FinishedAnswer(
                VueSite.NotBuiltPage, FinishedAnswer.NeverStore, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Not kept: a title may change back, and two kept redirects would chase each other.</summary>
    private static RedirectHttpResult Move(string path, HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = AskAgain;
        return TypedResults.Redirect(path + request.QueryString.Value, permanent: true, preserveMethod: true);
    }
}
