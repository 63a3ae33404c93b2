using Gateway.Edge;
using Metadata.Client;

namespace Gateway.Catalog;

internal static class CatalogEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCatalog(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Catalog").Fails(
            StatusCodes.Status429TooManyRequests,
            StatusCodes.Status503ServiceUnavailable,
            StatusCodes.Status504GatewayTimeout);

        api.MapMethods("/home", Reads, OpenHome.Handle)
            .WithName("OpenHome").Produces<HomePage>();
        api.MapMethods("/movies", Reads, ReadCatalog.ListMovies)
            .WithName(nameof(ReadCatalog.ListMovies)).WithMetadata(new TakesParameters(CatalogParameters.List))
            .Produces<PageOf<MovieSummary>>().Fails(StatusCodes.Status400BadRequest);
        api.MapMethods("/movies/random", Reads, ReadCatalog.GetRandomMovie)
            .WithName(nameof(ReadCatalog.GetRandomMovie)).WithMetadata(new TakesParameters(CatalogParameters.Filters))
            .Produces<MovieSummary>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapMethods("/movies/{id:int}", Reads, ReadCatalog.GetMovie)
            .WithName(nameof(ReadCatalog.GetMovie))
            .Produces<MovieDetails>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status410Gone);
        api.MapMethods("/movies/{id:int}/page", Reads, OpenMovie.Handle)
            .WithName(nameof(OpenMovie))
            .Produces<MoviePage>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status410Gone);
        api.MapMethods("/movies/{id:int}/similar", Reads, ReadCatalog.ListSimilar)
            .WithName(nameof(ReadCatalog.ListSimilar)).WithMetadata(new TakesParameters(CatalogParameters.Similar))
            .Produces<IReadOnlyList<SimilarMovie>>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapMethods("/facets", Reads, ReadCatalog.GetFacets)
            .WithName(nameof(ReadCatalog.GetFacets)).WithMetadata(new TakesParameters(CatalogParameters.Filters))
            .Produces<Facets>().Fails(StatusCodes.Status400BadRequest);
        api.MapMethods("/suggestions", Reads, ReadCatalog.ListSuggestions)
            .WithName(nameof(ReadCatalog.ListSuggestions))
            .WithMetadata(new TakesParameters(CatalogParameters.Suggestions))
            .Produces<IReadOnlyList<Suggestion>>().Fails(StatusCodes.Status400BadRequest);
    }
}

/// <summary>Tells the OpenAPI document which query parameters a route reads by hand.</summary>
internal sealed record TakesParameters(IReadOnlyList<CatalogParameter> Parameters);
