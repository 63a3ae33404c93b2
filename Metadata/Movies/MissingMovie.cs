using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

/// <summary>Why there is no film to show.</summary>
internal static class MissingMovie
{
    public static async Task<ProblemHttpResult> ExplainAsync(MoviesDb db, int id, CancellationToken cancellationToken)
    {
        var film = await MergedMovies.FollowAsync(db, id, cancellationToken);
        return await db.Movies.AnyAsync(movie => movie.Id == film && movie.TakenDownAt != null, cancellationToken)
            ? Problems.TakenDown(id)
            : Problems.NoMovie(id);
    }
}
