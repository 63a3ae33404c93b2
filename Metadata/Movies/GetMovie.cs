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
            (own, token) => ReadAsync(own, id, query.IncludeInactive, token), cancellationToken) is { } movie
            ? movie
            : await MissingMovie.ExplainAsync(db, id, cancellationToken);
    }

    private static async Task<MovieDetails?> ReadAsync(MoviesDb db, int id, bool forEditors, CancellationToken cancellationToken)
    {
        var film = await MergedMovies.FollowAsync(db, id, cancellationToken);
        var movie = await db.Movies.AsNoTracking().Include(movie => movie.Videos)
            .SingleOrDefaultAsync(movie => movie.Id == film && (movie.IsActive || forEditors), cancellationToken);
        return movie is null ? null : MovieDetailsOf.Read(movie, forEditors);
    }
}
