using System.Text.Json;
using Gateway.Edge;
using Metadata.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Site.Pages;

/// <summary>The site's pages, each with what it says of itself and with the data that it opens with.</summary>
internal sealed class SitePages(VueSite site, SiteOrigin origins, OpeningData opening)
{
    private const string AskAgain = "no-cache";

    public async Task<IResult> ShowHomeAsync(
        SiteLanguage language, HttpContext visitor, CancellationToken cancellationToken)
    {
        var head = new PageHead(language, language.Home)
        {
            Path = "/",
            FeedQuery = "",
            Data = SiteData.Write(language, origins.Of(visitor.Request)),
        };
        return Show(head, visitor, "/api/v1/home", await opening.HomeAsync(visitor, cancellationToken));
    }

    public async Task<IResult> ShowCatalogAsync(
        SiteLanguage language, HttpContext visitor, CancellationToken cancellationToken)
    {
        var head = CatalogHead.Of(CatalogAddress.Read(visitor.Request.Query), language);
        return visitor.Request.QueryString.HasValue
            ? Show(head, visitor)
            : Show(head, visitor, "/api/v1/movies", await opening.CatalogAsync(visitor, cancellationToken));
    }

    public IResult ShowAbout(SiteLanguage language, HttpContext visitor) =>
        Show(new PageHead(language, language.About) { Path = "/about" }, visitor);

    /// <summary>A page that differs from visitor to visitor and means nothing to a search engine.</summary>
    public IResult ShowOwn(PageHead head, HttpContext visitor) => Show(head with { IsIndexed = false }, visitor);

    public IResult ShowNothing(HttpContext visitor)
    {
        var language = SiteLanguage.Of(visitor.Request.Path);
        return ShowMissing(language, language.NotFound, visitor, StatusCodes.Status404NotFound);
    }

    /// <summary>The page of a film that is not there says so by its status: search engines read nothing else. A film that
    /// has become part of another, or whose title has changed, is shown at its present address.</summary>
    public async Task<IResult> ShowFilmAsync(
        SiteLanguage language, int id, string? slug, HttpContext visitor, CancellationToken cancellationToken)
    {
        var answer = await opening.FilmAsync(visitor, id, cancellationToken);
        switch (answer?.Status)
        {
            case StatusCodes.Status404NotFound:
                return ShowMissing(language, language.NoFilm, visitor, StatusCodes.Status404NotFound);
            case StatusCodes.Status410Gone:
                return ShowMissing(language, language.Gone, visitor, StatusCodes.Status410Gone);
            case StatusCodes.Status200OK:
                break;
            default:
                return Show(new PageHead(language, ""), visitor);
        }

        var movie = JsonSerializer.Deserialize(answer.Body.Plain.Bytes, MetadataJson.Default.MovieDetails)
            ?? throw new JsonException($"The catalogue's answer about film {id} is null.");
        return movie.Id != id || (slug is not null && slug != movie.Slug)
            ? Move(language.Address(FilmHead.Path(movie)), visitor)
            : Show(FilmHead.Of(movie, language, origins.Of(visitor.Request)), visitor, $"/api/v1/movies/{id}", answer);
    }

    private FinishedAnswer ShowMissing(SiteLanguage language, string title, HttpContext visitor, int status)
    {
        var page = Show(new PageHead(language, title) { IsIndexed = false }, visitor);
        return page.Status == StatusCodes.Status200OK ? page with { Status = status } : page;
    }

    /// <param name="url">What the site would ask for <paramref name="data"/>.</param>
    private FinishedAnswer Show(PageHead head, HttpContext visitor, string url = "", FinishedAnswer? data = null)
    {
        if (site.Template is not { } template)
        {
            return new FinishedAnswer(
                VueSite.NotBuiltPage, FinishedAnswer.NeverStore, StatusCodes.Status503ServiceUnavailable);
        }

        var island = data is null ? null : new DataIsland(url, data.Body.Plain.Bytes);
        var page = SitePage.Make(template, head, origins.Of(visitor.Request), island);
        return new FinishedAnswer(page, AskAgain) { StaleFor = data?.StaleFor };
    }

    /// <summary>Not kept: a title may change back, and two kept redirects would chase each other.</summary>
    private static RedirectHttpResult Move(string path, HttpContext visitor)
    {
        visitor.Response.Headers.CacheControl = AskAgain;
        return TypedResults.Redirect(path + visitor.Request.QueryString.Value, permanent: true, preserveMethod: true);
    }
}
