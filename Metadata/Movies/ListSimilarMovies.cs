using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Indexing;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Movies;

internal static class ListSimilarMovies
{
    private const int DefaultLimit = 12;
    private const int MaxLimit = 50;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Whole<Query>("limit", "How many films at most.", 1, MaxLimit,
            query => query.Limit, (query, limit) => query with { Limit = limit }, byDefault: DefaultLimit),
    ];

    /// <summary>Films with the same director or genres, the closest first.</summary>
    internal static async Task<Results<CachedJson<IReadOnlyList<SimilarMovie>>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, QueryCache cache, MoviesDb db, MovieIndex index, CancellationToken cancellationToken)
    {
        var limit = Parameters.Read(request.Query, new Query(DefaultLimit), out var errors).Limit;
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        return await cache.FindAsync(
            $"similar/{id}?{limit}", Wire.Json.IReadOnlyListSimilarMovie,
            (own, token) => ReadAsync(own, index, id, limit, token), cancellationToken) is { } films
            ? films
            : await MissingMovie.ExplainAsync(db, id, cancellationToken);
    }

    private static async Task<IReadOnlyList<SimilarMovie>?> ReadAsync(
        MoviesDb db, MovieIndex index, int id, int limit, CancellationToken cancellationToken)
    {
        var film = await MergedMovies.FollowAsync(db, id, cancellationToken);
        if (!await db.Movies.AnyAsync(movie => movie.Id == film && movie.IsActive && movie.TakenDownAt == null, cancellationToken))
        {
            return null;
        }

        var closest = index.Ask((columns, _) => columns.Similar(film, limit)).ToDictionary(close => close.Id, close => close.Reason);
        var summaries = await MovieSummaries.ReadAsync(db, [.. closest.Keys], cancellationToken);
        return [.. summaries.Select(summary => new SimilarMovie(summary, closest[summary.Id]))];
    }

    internal sealed record Query(int Limit);
}
