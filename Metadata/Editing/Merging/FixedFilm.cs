using Metadata.Data;

namespace Metadata.Editing.Merging;

/// <summary>Films whose uploads stay where they are.</summary>
internal static class FixedFilm
{
    /// <summary>Why nothing goes into the film or out of it; null when it may.</summary>
    public static string? Reason(Movie movie) => FilmEdit.MergedAway(movie) ?? (movie.TakenDownAt is null
        ? null
        : $"The film {movie.Id} was taken down for good; undo the take-down first.");
}
