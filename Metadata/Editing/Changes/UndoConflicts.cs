using Metadata.Client;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Changes;

/// <summary>Names who has changed the fields that an undo leaves alone.</summary>
internal static class UndoConflicts
{
    private const int IdsAtOnce = 1_000;

    public static async Task<IReadOnlyList<UndoConflict>> ExplainAsync(
        MoviesDb db, long undone, IReadOnlyList<(UndoEntry Entry, string? Found)> conflicts, CancellationToken cancellationToken)
    {
        var authors = new Dictionary<(int MovieId, int? VideoId, string Field), long>();
        foreach (var ids in conflicts.Select(conflict => conflict.Entry.MovieId).Distinct().Chunk(IdsAtOnce))
        {
            var later = await db.JournalChanges.AsNoTracking()
                .Where(change => change.SetId > undone && ids.Contains(change.MovieId))
                .Select(change => new { change.SetId, change.MovieId, change.VideoId, change.Field })
                .OrderBy(change => change.SetId).ToListAsync(cancellationToken);
            later.ForEach(change => authors[(change.MovieId, change.VideoId, change.Field)] = change.SetId);
        }

        return [.. conflicts.Select(conflict => new UndoConflict(
            conflict.Entry.MovieId, conflict.Entry.Field,
            JournalText.ToJson(conflict.Entry.New), JournalText.ToJson(conflict.Found),
            authors.TryGetValue((conflict.Entry.MovieId, conflict.Entry.VideoId, conflict.Entry.Field), out var author) ? author : null))];
    }
}
