using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

internal static class GetMovie
{
    /// <summary>One film with everything its page shows.</summary>
    internal static async Task<Results<CachedJson<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, QueryCache cache, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new MovieQuery(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        return await cache.FindAsync(
            $"movie/{id}?{Parameters.CacheKey(query)}", Wire.Json.MovieDetails,
            (db, token) => ReadAsync(db, id, query, token), cancellationToken) is { } movie
            ? movie
            : Problems.NoMovie(id);
    }

    private static async Task<MovieDetails?> ReadAsync(MoviesDb db, int id, MovieQuery query, CancellationToken cancellationToken)
    {
        var movie = await db.Movies.AsNoTracking().Include(movie => movie.Videos)
            .SingleOrDefaultAsync(movie => movie.Id == id && (movie.IsActive || query.IncludeInactive), cancellationToken);
        return movie is null ? null : MovieDetailsOf.Read(movie);
    }

    internal static readonly IReadOnlyList<QueryParameter<MovieQuery>> Parameters =
        [MovieParameters.Filters.Single(parameter => parameter.Name == "includeInactive")];
}
