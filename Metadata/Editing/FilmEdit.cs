using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing;

/// <summary>Applies an editor's change to one film, wholly or not at all.</summary>
internal static class FilmEdit
{
    /// <param name="movie">Tracked and unchanged, with its videos.</param>
    /// <returns>Why the film cannot be edited so; it is unchanged then.</returns>
    public static string? Apply(MoviesDb db, Movie movie, Action<Movie> edit)
    {
        if (MergedAway(movie) is { } reason)
        {
            return reason;
        }

        edit(movie);
        if (movie is not { IsActive: true, TakenDownAt: not null })
        {
            return null;
        }

        var entry = db.Entry(movie);
        entry.CurrentValues.SetValues(entry.OriginalValues);
        entry.State = EntityState.Unchanged;
        return $"The film {movie.Id} was taken down for good; undo the take-down to show it.";
    }

    /// <summary>Why a film that has become another is not changed any more; null when it has not.</summary>
    public static string? MergedAway(Movie movie) => movie.MergedIntoId is { } other
        ? $"The film {movie.Id} was merged into {other}; change that one, or undo the merge."
        : null;
}
