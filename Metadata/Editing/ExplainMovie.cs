using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing;

internal static class ExplainMovie
{
    /// <summary>Where every value of a film comes from, and why each upload belongs to it.</summary>
    internal static async Task<Results<Ok<MovieProvenance>, ProblemHttpResult>> Handle(
        int id, MoviesDb db, CancellationToken cancellationToken)
    {
        var film = await MergedMovies.FollowAsync(db, id, cancellationToken);
        var movie = await db.Movies.AsNoTracking().Include(movie => movie.Videos)
            .SingleOrDefaultAsync(movie => movie.Id == film, cancellationToken);
        if (movie is null)
        {
            return Problems.UnknownMovie(id);
        }

        var lookups = await db.Lookups.AsNoTracking().Where(lookup => lookup.MovieId == film)
            .OrderBy(lookup => lookup.Registry).ToListAsync(cancellationToken);
        return TypedResults.Ok(MovieOrigins.Explain(movie) with
        {
            Lookups = lookups.ConvertAll(lookup => new RegistryLookup(
                film, movie.Title, movie.Year, lookup.Registry, lookup.AskedAt, lookup.Outcome, lookup.Reason)),
        });
    }
}
