using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Indexing;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Movies;

internal static class PickRandomMovie
{
    /// <summary>One film by chance among those that the filters keep.</summary>
    internal static async Task<Results<Ok<MovieSummary>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, MovieIndex index, CatalogueVersion version, CancellationToken cancellationToken)
    {
        var query = MovieParameters.Filters.Read(request.Query, new MovieQuery(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        await version.ReadAsync(cancellationToken);
        var chosen = index.Ask((columns, search) =>
            columns.Random(query, search.Find(query), Random.Shared));
        return chosen is { } id && await MovieSummaries.ReadAsync(db, [id], cancellationToken) is [var movie]
            ? TypedResults.Ok(movie)
            : Problems.NotFound("No film passes these filters.");
    }
}
