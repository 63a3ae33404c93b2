using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing;

/// <summary>Films with their videos, to be changed.</summary>
internal static class StoredMovies
{
    // Both databases bound the parameters of a statement.
    private const int IdsAtOnce = 1_000;

    public static Task<Movie?> FindAsync(MoviesDb db, int id, CancellationToken cancellationToken) =>
        db.Movies.Include(movie => movie.Videos).SingleOrDefaultAsync(movie => movie.Id == id, cancellationToken);

    /// <summary>The films with these ids, as far as there are any.</summary>
    public static async Task<Dictionary<int, Movie>> ReadAsync(
        MoviesDb db, IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        var movies = new Dictionary<int, Movie>();
        foreach (var some in ids.Distinct().Chunk(IdsAtOnce))
        {
            foreach (var movie in await db.Movies.Include(movie => movie.Videos).AsSplitQuery()
                .Where(movie => some.Contains(movie.Id)).ToListAsync(cancellationToken))
            {
                movies.Add(movie.Id, movie);
            }
        }

        return movies;
    }
}
