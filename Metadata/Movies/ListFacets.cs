using Metadata.Caching;
using Metadata.Client;
using Metadata.Indexing;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Movies;

internal static class ListFacets
{
    /// <summary>What the filters offer, with counts. Each list obeys all filters but its own.</summary>
    internal static async Task<Results<CachedJson<Facets>, ProblemHttpResult>> Handle(
        HttpRequest request, QueryCache cache, MovieIndex index, CancellationToken cancellationToken)
    {
        var query = MovieParameters.Filters.Read(request.Query, new MovieQuery(), out var errors);
        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : await cache.AnswerAsync(
                $"facets?{MovieParameters.Filters.CacheKey(query)}", Wire.Json.Facets,
                (_, _) => Task.FromResult(index.Ask((columns, search) =>
                    columns.Facets(query, search.Find(query)))),
                cancellationToken);
    }
}
