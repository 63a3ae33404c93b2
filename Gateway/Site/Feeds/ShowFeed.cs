using System.Text.Json;
using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Edge.Pages;
using Gateway.Site.Pages;
using Metadata.Client;

namespace Gateway.Site.Feeds;

/// <summary>Feeds of the newest films that pass the filters of the list.</summary>
internal sealed class ShowFeed(PageCache pages, SiteOrigin origins)
{
    /// <summary>The newest films that pass the filters, as Atom.</summary>
    internal static Task<IResult> AsAtom(
        HttpRequest request, ShowFeed feeds, CancellationToken cancellationToken) =>
        feeds.ShowAsync(request, AtomFeed.Write, AtomFeed.ContentType, cancellationToken);

    /// <summary>The newest films that pass the filters, as JSON Feed.</summary>
    internal static Task<IResult> AsJson(
        HttpRequest request, ShowFeed feeds, CancellationToken cancellationToken) =>
        feeds.ShowAsync(request, JsonFeed.Write, JsonFeed.ContentType, cancellationToken);

    private async Task<IResult> ShowAsync(
        HttpRequest request, Func<Feed, byte[]> write, string contentType, CancellationToken cancellationToken)
    {
        var query = CatalogQuery.Read(CatalogParameters.Filters, request.Query);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var newest = $"{(query.Canonical.Length > 0 ? $"{query.Canonical}&" : "")}sort=new&pageSize=50";
        var answer = await pages.FindPartAsync(
            request.HttpContext, ReadCatalog.Key("movies", newest), ReadCatalog.Make("movies", newest), cancellationToken);
        if (answer.Result is not FinishedAnswer { Status: StatusCodes.Status200OK } films)
        {
            return answer;
        }

        var movies = JsonSerializer.Deserialize(films.Body.Plain.Bytes, MetadataJson.Default.PageOfMovieSummary)?.Items ?? [];
        var place = new FeedPlace(origins.Of(request), request.Path.Value ?? "", SiteLanguage.Of(request.Path));
        var feed = Feed.Of(movies, CatalogAddress.Read(request.Query), place);
        var body = new FinishedBody(write(feed), contentType);
        var whole = new FinishedAnswer(body, ReadCatalog.ForAMinute) { StaleFor = films.StaleFor };
        return new DatedAnswer(whole, ReadCatalog.ForAMinute, feed.ChangedAt);
    }
}
