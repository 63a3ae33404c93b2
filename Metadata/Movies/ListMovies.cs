using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

internal static class ListMovies
{
    /// <summary>Lists films, a page at a time.</summary>
    internal static async Task<Results<CachedJson<PageOf<MovieSummary>>, ProblemHttpResult>> Handle(
        HttpRequest request, QueryCache cache, CancellationToken cancellationToken)
    {
        var query = MovieParameters.List.Read(request.Query, new MovieQuery(), out var errors);
        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : await cache.AnswerAsync(
                $"movies?{MovieParameters.List.CacheKey(query)}", Wire.Json.PageOfMovieSummary,
                (db, token) => ReadAsync(db, query, token), cancellationToken);
    }

    private static async Task<PageOf<MovieSummary>> ReadAsync(
        MoviesDb db, MovieQuery query, CancellationToken cancellationToken)
    {
        var movies = db.Movies.AsNoTracking().Kept(query);
        var total = await movies.CountAsync(cancellationToken);
        var skipped = (query.Page - 1L) * query.PageSize;
        var items = skipped >= total
            ? []
            : await MovieSummaries.ReadAsync(
                db, movies.Sorted(query).Skip((int)skipped).Take(query.PageSize), cancellationToken);
        return new PageOf<MovieSummary>(items, total, query.Page, query.PageSize);
    }
}
