using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Changes;

/// <summary>Undoes one change set:
/// 1. reads what the set wrote, and the films and uploads it wrote to;
/// 2. brings back the exclusions that the set removed, for uploads to refer to;
/// 3. puts back the fields of films, then of uploads, then reviews;
/// 4. removes the exclusions that the set added;
/// 5. keeps out uploads that the set brought into films that were there before;
/// 6. works out what follows from the fields, and names the authors of conflicts.</summary>
internal sealed class SetUndo(CatalogueChange change, JournalSet set)
{
    private const int IdsAtOnce = 1_000;

    private readonly UndoTally _tally = new();
    private readonly MoviesDb _db = change.Db;

    public async Task<UndoReport> RunAsync(CancellationToken cancellationToken)
    {
        var entries = UndoEntry.Of(await _db.JournalChanges.AsNoTracking().Where(entry => entry.SetId == set.Id)
            .ToListAsync(cancellationToken));
        var movies = await ReadMoviesAsync(entries, cancellationToken);
        var videos = new VideoUndo(_db, _tally, movies);
        var exclusions = new ExclusionUndo(change, _tally);
        await exclusions.BringBackAsync(entries, cancellationToken);

        var touched = await new MovieUndo(_db, _tally, movies).PutBackAsync(entries, cancellationToken);
        videos.PutBack(entries);
        await PutBackReviewsAsync(entries, cancellationToken);
        Settle(videos, touched);

        await exclusions.RemoveAsync(entries, cancellationToken);
        await exclusions.KeepOutAsync(set, videos.Newcomers(entries), cancellationToken);
        if (_tally.Restored > 0)
        {
            await MarkAsync(cancellationToken);
        }

        return new UndoReport(
            set.Id, _tally.Restored > 0 ? change.Set.Id : null, _tally.Restored,
            await UndoConflicts.ExplainAsync(_db, set.Id, _tally.Conflicts, cancellationToken));
    }

    private async Task<Dictionary<int, Movie>> ReadMoviesAsync(
        IReadOnlyList<UndoEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(entry => entry is { IsExclusion: false, IsOfReview: false }).Select(entry => entry.MovieId)
            .Concat(entries.Where(entry => entry.Field == VideoUndo.Film).Select(entry => (int)JournalText.Read(entry.Old, typeof(int))!))
            .ToHashSet();
        foreach (var videoIds in entries.Where(entry => entry.IsOfVideo).Select(entry => entry.VideoId!.Value).Distinct().Chunk(IdsAtOnce))
        {
            ids.UnionWith(await _db.Videos.Where(video => videoIds.Contains(video.Id)).Select(video => video.MovieId)
                .ToListAsync(cancellationToken));
        }

        return await StoredMovies.ReadAsync(_db, ids, cancellationToken);
    }

    private async Task PutBackReviewsAsync(IReadOnlyList<UndoEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Where(entry => entry.IsOfReview))
        {
            var pair = await _db.Reviews.SingleOrDefaultAsync(
                pair => pair.VideoId == entry.VideoId && pair.CandidateId == entry.MovieId, cancellationToken);
            if (pair is null)
            {
                _tally.Refuse(entry, null);
                continue;
            }

            _tally.PutBack(_db.Entry(pair), entry);
        }
    }

    private static void Settle(VideoUndo videos, HashSet<Movie> touched)
    {
        touched.UnionWith(videos.Touched);
        foreach (var movie in touched)
        {
            if (videos.Regrouped.Contains(movie))
            {
                MovieFacts.Settle(movie);
            }
            else
            {
                DerivedFacts.Settle(movie);
            }
        }
    }

    // Undoing an undo brings the first set into force again, so that it can be undone again.
    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        set.UndoneById = change.Set.Id;
        var again = await _db.JournalSets.SingleOrDefaultAsync(first => first.UndoneById == set.Id, cancellationToken);
        if (again is not null)
        {
            again.UndoneById = null;
        }
    }
}
