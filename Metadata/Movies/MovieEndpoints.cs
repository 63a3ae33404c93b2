using Metadata.Caching;
using Metadata.Client;
using Metadata.Editing;
using Metadata.OpenApi;
using Metadata.Searching;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Metadata.Movies;

internal static class MovieEndpoints
{
    public static void MapMovies(this IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup("/api/v1").WithTags("Films");
        reads.MapGet("/movies", ListMovies.Handle).WithName(nameof(ListMovies)).Takes(MovieParameters.List);
        reads.MapGet("/movies/random", PickRandomMovie.Handle).WithName(nameof(PickRandomMovie))
            .Takes(MovieParameters.Filters).Refuses(Status404NotFound);
        reads.MapGet("/movies/{id:int}", GetMovie.Handle).WithName(nameof(GetMovie))
            .Takes(GetMovie.Parameters).Refuses(Status404NotFound, Status410Gone);
        reads.MapGet("/movies/{id:int}/similar", ListSimilarMovies.Handle).WithName(nameof(ListSimilarMovies))
            .Takes(ListSimilarMovies.Parameters).Refuses(Status404NotFound, Status410Gone);
        reads.MapGet("/facets", ListFacets.Handle).WithName(nameof(ListFacets)).Takes(MovieParameters.Filters);
        reads.MapGet("/suggestions", SuggestMovies.Handle).WithName(nameof(SuggestMovies)).Takes(SuggestMovies.Parameters);

        reads.MapGet("/mark", GetCatalogueMark.Handle).WithName(nameof(GetCatalogueMark));

        app.MapWrites("/api/v1/movies", "Editing").MapPut("/batch", UpsertMovies.Handle).WithName(nameof(UpsertMovies))
            .TakesJson<IReadOnlyList<MovieUpsert>>().Refuses(Status409Conflict, Status422UnprocessableEntity);
    }
}
