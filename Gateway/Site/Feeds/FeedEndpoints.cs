using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Site.Pages;

namespace Gateway.Site.Feeds;

internal static class FeedEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        Describe(app.MapMethods("/feed.atom", Reads, ShowFeed.AsAtom), "ShowAtomFeed", "application/atom+xml");
        Describe(app.MapMethods("/feed.json", Reads, ShowFeed.AsJson), "ShowJsonFeed", "application/feed+json");
        app.MapMethods($"{SiteLanguage.English.Root}/feed.atom", Reads, ShowFeed.AsAtom).ExcludeFromDescription();
        app.MapMethods($"{SiteLanguage.English.Root}/feed.json", Reads, ShowFeed.AsJson).ExcludeFromDescription();
    }

    private static void Describe(RouteHandlerBuilder route, string name, string contentType) =>
        route.WithTags("Feeds").WithName(name).WithMetadata(new TakesParameters(CatalogParameters.Filters))
            .Produces<string>(StatusCodes.Status200OK, contentType)
            .Fails(
                StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests,
                StatusCodes.Status503ServiceUnavailable, StatusCodes.Status504GatewayTimeout);
}
