using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Indexing;
using Metadata.Operations;
using Metadata.Searching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Movies;

internal static class ListMovies
{
    /// <summary>Lists films, a page at a time.</summary>
    internal static async Task<Results<CachedJson<PageOf<MovieSummary>>, ProblemHttpResult>> Handle(
        HttpRequest request, QueryCache cache, MovieIndex index, CancellationToken cancellationToken)
    {
        var query = MovieParameters.List.Read(request.Query, new MovieQuery(), out var errors);
        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : await cache.AnswerAsync(
                $"movies?{MovieParameters.List.CacheKey(query)}", Wire.Json.PageOfMovieSummary,
                (db, token) => ReadAsync(db, index, query, token), cancellationToken);
    }

    private static async Task<PageOf<MovieSummary>> ReadAsync(
        MoviesDb db, MovieIndex index, MovieQuery query, CancellationToken cancellationToken)
    {
        var (page, correction) = index.Ask((columns, search) => Find(columns, search, query));
        var items = await MovieSummaries.ReadAsync(db, page.Ids, cancellationToken);
        return new PageOf<MovieSummary>(items, page.Total, query.Page, query.PageSize, page.NextCursor, correction);
    }

    private static (MoviePage Page, SearchCorrection? Correction) Find(MovieColumns columns, SearchIndex search, MovieQuery query)
    {
        var hits = search.Find(query);
        var correction = hits?.Correction is { } reading
            ? new SearchCorrection(reading.Query, reading.Kind, columns.Total(query, hits.Literal))
            : null;
        return (columns.Page(query, hits), correction);
    }
}
