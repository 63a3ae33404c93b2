using Metadata.Data;
using Metadata.Movies;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Metadata.Editing.Changes;

/// <summary>Puts back fields of films.</summary>
internal sealed class MovieUndo(MoviesDb db, UndoTally tally, IReadOnlyDictionary<int, Movie> movies)
{
    // Whether a film is there is said by all three together: one alone put back would contradict the others.
    private static readonly HashSet<string> Standing = new(StringComparer.Ordinal) { "isActive", "mergedIntoId", "takenDownAt" };

    /// <returns>The films that were changed.</returns>
    public async Task<HashSet<Movie>> PutBackAsync(IReadOnlyList<UndoEntry> entries, CancellationToken cancellationToken)
    {
        var touched = new HashSet<Movie>();
        foreach (var ofMovie in entries.Where(entry => entry is { VideoId: null, IsExclusion: false }).GroupBy(entry => entry.MovieId))
        {
            var movie = movies[ofMovie.Key];
            var row = db.Entry(movie);
            var standing = ofMovie.Where(entry => Standing.Contains(entry.Field)).ToList();
            var before = tally.Restored;
            if (await CanStandAsync(movie, row, standing, cancellationToken))
            {
                standing.ForEach(entry => tally.PutBack(row, entry));
            }
            else
            {
                standing.ForEach(entry => tally.Refuse(row, entry));
            }

            ofMovie.Except(standing).ToList().ForEach(entry => tally.PutBack(row, entry));
            if (tally.Restored > before)
            {
                touched.Add(movie);
            }
        }

        return touched;
    }

    private async Task<bool> CanStandAsync(
        Movie movie, EntityEntry row, List<UndoEntry> entries, CancellationToken cancellationToken)
    {
        if (!entries.TrueForAll(entry => UndoTally.Fits(row, entry)))
        {
            return false;
        }

        T After<T>(string field, T present) => entries.Find(entry => entry.Field == field) is { } entry
            ? (T)JournalText.Read(entry.Old, typeof(T))!
            : present;
        var merged = After("mergedIntoId", movie.MergedIntoId);
        var isGone = merged is not null || After("takenDownAt", movie.TakenDownAt) is not null;
        return !(isGone && After("isActive", movie.IsActive))
            && (merged is not { } into || await MergedMovies.FollowAsync(db, into, cancellationToken) != movie.Id);
    }
}
