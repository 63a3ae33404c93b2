using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

/// <summary>Films that turned out to be other films, and go on as those.</summary>
internal static class MergedMovies
{
    /// <summary>The film that <paramref name="id"/> has become: itself when it was not merged or is unknown.</summary>
    public static async Task<int> FollowAsync(MoviesDb db, int id, CancellationToken cancellationToken)
    {
        var passed = new HashSet<int>();
        int? next = id;
        while (next is { } into && passed.Add(into))
        {
            id = into;
            next = await db.Movies.Where(movie => movie.Id == into).Select(movie => movie.MergedIntoId)
                .SingleOrDefaultAsync(cancellationToken);
        }

        return id;
    }
}
