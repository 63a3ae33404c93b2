using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Metadata.Data;

/// <summary>What a context is about to write, field by field, for the journal. Stamps the films with the revision.</summary>
internal sealed class Journal
{
    private readonly List<Func<JournalChange>> _entries = [];
    private readonly CatalogueChange _change;

    private Journal(CatalogueChange change) => _change = change;

    /// <summary>Whether films, uploads or anything else the catalogue answers with are about to change.</summary>
    public bool HasChanges { get; private set; }

    public static Journal Of(CatalogueChange change)
    {
        var journal = new Journal(change);
        change.Db.ChangeTracker.DetectChanges();
        foreach (var entry in change.Db.ChangeTracker.Entries().Where(IsWritten).ToList())
        {
            journal.Tell(entry);
        }

        return journal;
    }

    /// <summary>To be asked after saving, when new rows have their ids.</summary>
    public IReadOnlyList<JournalChange> Entries() => _entries.ConvertAll(entry => entry());

    private static bool IsWritten(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is Movie or Video or ImportExclusion or ReviewPair;

    private void Tell(EntityEntry entry)
    {
        HasChanges = true;
        switch (entry.Entity)
        {
            case Movie movie:
                movie.Revision = _change.Revision;
                TellFields(entry, "", () => (movie.Id, null), movie.Title);
                break;
            case Video video:
                TellFields(entry, JournalField.OfVideo, () => (video.MovieId, video.Id), $"{video.Source}/{video.ExternalId}");
                break;
            case ReviewPair pair when entry.State == EntityState.Modified:
                TellFields(entry, JournalField.OfReview, () => (pair.CandidateId, pair.VideoId), "");
                break;
            case ImportExclusion exclusion:
                TellWhole(exclusion, entry.State);
                break;
        }
    }

    // Of what is new the journal says only that it came: there is nothing to put back in its fields.
    private void TellFields(EntityEntry entry, string prefix, Func<(int MovieId, int? VideoId)> place, string name)
    {
        if (entry.State == EntityState.Added)
        {
            _change.Created.Add(entry.Entity);
            Add(place, () => new JournalField(prefix + JournalField.Created, null, JournalText.Write(name)));
        }
        else if (!_change.Created.Contains(entry.Entity))
        {
            foreach (var field in JournalField.ChangedIn(entry).ToList())
            {
                Add(place, () => field with { Name = prefix + field.Name });
            }
        }
    }

    private void TellWhole(ImportExclusion exclusion, EntityState state)
    {
        string? Text() => JournalText.Write(exclusion);
        Add(() => (0, null), () => state == EntityState.Deleted
            ? new JournalField(JournalField.Exclusion, Text(), null)
            : new JournalField(JournalField.Exclusion, null, Text()));
    }

    private void Add(Func<(int MovieId, int? VideoId)> place, Func<JournalField> field)
    {
        var number = _change.NextEntry++;
        _entries.Add(() =>
        {
            var ((movieId, videoId), told) = (place(), field());
            return new JournalChange
            {
                SetId = _change.Set.Id,
                Number = number,
                MovieId = movieId,
                VideoId = videoId,
                Field = told.Name,
                Old = told.Old,
                New = told.New,
            };
        });
    }
}
