using Metadata.Data;
using Metadata.Matching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing;

/// <summary>Lets later uploads find films that editors have changed.</summary>
internal static class FilmKeys
{
    private const int IdsAtOnce = 1_000;

    /// <summary>Adds the keys that are missing. Keys that no longer fit stay: they are only leads.</summary>
    /// <param name="movies">Saved, with their videos.</param>
    public static async Task AddAsync(MoviesDb db, IEnumerable<Movie> movies, CancellationToken cancellationToken)
    {
        foreach (var some in movies.Chunk(IdsAtOnce))
        {
            var ids = some.Select(movie => movie.Id).ToList();
            var known = await db.MatchKeys.AsNoTracking().Where(key => ids.Contains(key.MovieId))
                .Select(key => new { key.Hash, key.MovieId }).ToListAsync(cancellationToken);
            db.MatchKeys.AddRange(some
                .SelectMany(movie => MatchRecords.KeysOf(movie).Select(hash => new { Hash = hash, MovieId = movie.Id })).Except(known)
                .Select(key => new MatchKey { Hash = key.Hash, MovieId = key.MovieId }));
        }
    }
}
