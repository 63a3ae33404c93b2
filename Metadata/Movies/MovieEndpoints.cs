using Metadata.Client;
using Metadata.Editing;
using Metadata.OpenApi;
using Metadata.Operations;
using Metadata.Searching;

namespace Metadata.Movies;

internal static class MovieEndpoints
{
    public static void MapMovies(this IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup("/api/v1").WithTags("Films");
        reads.MapGet("/movies", ListMovies.Handle).WithName(nameof(ListMovies)).Takes(MovieParameters.List);
        reads.MapGet("/movies/random", PickRandomMovie.Handle).WithName(nameof(PickRandomMovie))
            .Takes(MovieParameters.Filters).ProducesProblem(StatusCodes.Status404NotFound);
        reads.MapGet("/movies/{id:int}", GetMovie.Handle).WithName(nameof(GetMovie))
            .Takes(GetMovie.Parameters).ProducesProblem(StatusCodes.Status404NotFound);
        reads.MapGet("/movies/{id:int}/similar", ListSimilarMovies.Handle).WithName(nameof(ListSimilarMovies))
            .Takes(ListSimilarMovies.Parameters).ProducesProblem(StatusCodes.Status404NotFound);
        reads.MapGet("/facets", ListFacets.Handle).WithName(nameof(ListFacets)).Takes(MovieParameters.Filters);
        reads.MapGet("/suggestions", SuggestMovies.Handle).WithName(nameof(SuggestMovies)).Takes(SuggestMovies.Parameters);

        var writes = app.MapGroup("/api/v1/movies").WithTags("Editing").AddEndpointFilter<RequireWriteKey>()
            .WithMetadata(new NeedsWriteKey())
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        writes.MapPut("/batch", UpsertMovies.Handle).WithName(nameof(UpsertMovies)).TakesJson<IReadOnlyList<MovieUpsert>>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        writes.MapPost("/", CreateMovie.Handle).WithName(nameof(CreateMovie)).TakesJson<MovieEdit>();
        writes.MapPatch("/{id:int}", EditMovie.Handle).WithName(nameof(EditMovie)).TakesJson<MovieEdit>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        writes.MapDelete("/{id:int}", HideMovie.Handle).WithName(nameof(HideMovie)).ProducesProblem(StatusCodes.Status404NotFound);
    }

    // The handlers read their bodies themselves, to name every wrong field; the document must be told the shape.
    private static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder route)
        where T : notnull => route.WithMetadata(new JsonBody(typeof(T))).ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, IReadOnlyList<QueryParameter<T>> parameters) =>
        route.WithMetadata(new DocumentedParameters(parameters)).ProducesValidationProblem();
}
