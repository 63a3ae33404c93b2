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
    internal static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new MovieQuery(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var movie = await ReadAsync(db, id, cancellationToken);
        if (movie?.MergedIntoId is not null)
        {
            movie = await ReadAsync(db, await MergedMovies.FollowAsync(db, id, cancellationToken), cancellationToken);
        }

        return movie switch
        {
            null => Problems.NoMovie(id),
            _ when query.IncludeInactive => TypedResults.Ok(MovieDetailsOf.Read(movie, forEditors: true)),
            { TakenDownAt: not null } => Problems.TakenDown(id),
            { IsActive: false } => Problems.NoMovie(id),
            _ => TypedResults.Ok(MovieDetailsOf.Read(movie, forEditors: false)),
        };
    }

    private static Task<Movie?> ReadAsync(MoviesDb db, int id, CancellationToken cancellationToken) =>
        db.Movies.AsNoTracking().Include(movie => movie.Videos).SingleOrDefaultAsync(movie => movie.Id == id, cancellationToken);
}
