using Metadata.Client;
using Metadata.Data;
using Metadata.Editing.Exclusions;
using Metadata.Matching;

namespace Metadata.Editing.Changes;

/// <summary>Undoes what a change set did to the exclusions.</summary>
internal sealed class ExclusionUndo(CatalogueChange change, UndoTally tally)
{
    private readonly MoviesDb _db = change.Db;

    /// <summary>Brings back those that the set removed.</summary>
    public async Task BringBackAsync(IReadOnlyList<UndoEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Where(entry => entry is { IsExclusion: true, New: null }))
        {
            var exclusion = Read(entry.Old);
            if (await _db.Exclusions.FindAsync([exclusion.Id], cancellationToken) is { } present)
            {
                tally.Refuse(entry, JournalText.Write(present));
                continue;
            }

            _db.Exclusions.Add(exclusion);
            await change.SaveAsync(cancellationToken);
            await ExcludedVideos.TakeOutAsync(_db, exclusion, cancellationToken);
            tally.Count();
        }
    }

    /// <summary>Removes those that the set added.</summary>
    public async Task RemoveAsync(IReadOnlyList<UndoEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Where(entry => entry is { IsExclusion: true, Old: null }))
        {
            var present = await _db.Exclusions.FindAsync([Read(entry.New).Id], cancellationToken);
            if (present is null)
            {
                continue;
            }

            _db.Exclusions.Remove(present);
            await change.SaveAsync(cancellationToken);
            await ExcludedVideos.ReleaseAsync(change, present, cancellationToken);
            tally.Count();
        }
    }

    /// <summary>Nothing is deleted, so uploads that should not have come are kept out, one exclusion each.</summary>
    public async Task KeepOutAsync(JournalSet set, IReadOnlyList<Video> newcomers, CancellationToken cancellationToken)
    {
        foreach (var video in newcomers)
        {
            var exclusion = _db.Exclusions.Add(new ImportExclusion
            {
                Kind = ExclusionKind.Video,
                Source = video.Source,
                Value = video.ExternalId,
                Reason = $"the change set {set.Id} was undone",
                Actor = change.Set.Actor,
                CreatedAt = change.Set.At,
            }).Entity;
            await change.SaveAsync(cancellationToken);
            video.ExclusionId = exclusion.Id;
            MovieFacts.Settle(video.Movie);
            tally.Count();
        }
    }

    private static ImportExclusion Read(string? text) => (ImportExclusion)JournalText.Read(text, typeof(ImportExclusion))!;
}
