using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

internal static class GetMovie
{
    internal static readonly IReadOnlyList<QueryParameter<MovieQuery>> Parameters =
        [MovieParameters.Filters.Single(parameter => parameter.Name == "includeInactive")];

    /// <summary>One film with everything its page shows; a film merged into another answers as that one, a film taken down
    /// with 410.</summary>
    internal static async Task<Results<CachedJson<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, QueryCache cache, MoviesDb db, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new MovieQuery(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        return await cache.FindAsync(
            $"movie/{id}?{Parameters.CacheKey(query)}", Wire.Json.MovieDetails,
            (own, token) => FindAsync(own, id, query, token), cancellationToken) is { } movie
            ? movie
            : await MissingMovie.ExplainAsync(db, id, cancellationToken);
    }

    private static async Task<MovieDetails?> FindAsync(MoviesDb db, int id, MovieQuery query, CancellationToken cancellationToken)
    {
        var movie = await ReadAsync(db, id, cancellationToken);
        if (movie?.MergedIntoId is not null)
        {
            movie = await ReadAsync(db, await MergedMovies.FollowAsync(db, id, cancellationToken), cancellationToken);
        }

        return movie is not null && (query.IncludeInactive || movie is { TakenDownAt: null, IsActive: true })
            ? MovieDetailsOf.Read(movie, forEditors: query.IncludeInactive)
            : null;
    }

    private static Task<Movie?> ReadAsync(MoviesDb db, int id, CancellationToken cancellationToken) =>
        db.Movies.AsNoTracking().Include(movie => movie.Videos).SingleOrDefaultAsync(movie => movie.Id == id, cancellationToken);
}
