using System.Text.Json;
using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Site.Pages;
using Gateway.Site.Posters;
using Metadata.Client;
using Microsoft.Extensions.Primitives;

namespace Gateway.Site.Feeds;

/// <summary>Feeds of the newest films that pass the filters of the list.</summary>
internal sealed class ShowFeed(CatalogRelay catalog, SiteOrigin origins, PictureLinks pictures)
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
        var filters = CatalogParameters.Canonical(CatalogParameters.Filters, request.Query);
        var newest = $"{(filters.Length > 0 ? $"{filters}&" : "")}sort=new&pageSize=50";
        var answer = await catalog.AnswerAsync("movies", newest, ReadCatalog.ForAMinute, cancellationToken);
        if (answer.Result is not FinishedAnswer { Status: StatusCodes.Status200OK } films)
        {
            return answer;
        }

        var json = films.Body.For(StringValues.Empty).Body.Bytes;
        var movies = JsonSerializer.Deserialize(json, MetadataJson.Default.PageOfMovieSummary)?.Items ?? [];
        var place = new FeedPlace(origins.Of(request), request.Path.Value ?? "", SiteLanguage.Of(request.Path));
        var feed = Feed.Of(movies, CatalogAddress.Read(request.Query), place, pictures);
        var body = new FinishedBody(write(feed), contentType);
        return new DatedAnswer(new FinishedAnswer(body, ReadCatalog.ForAMinute), ReadCatalog.ForAMinute, feed.ChangedAt);
    }
}
