namespace Metadata.Data;

/// <summary>A change of the catalogue while it is made.</summary>
/// <param name="db">The transaction's context.</param>
/// <param name="set">The journal's entry for it; its id is the revision that the change makes.</param>
internal sealed class CatalogueChange(MoviesDb db, JournalSet set)
{
    public MoviesDb Db { get; } = db;

    /// <summary>Kept if the journal has anything to tell.</summary>
    public JournalSet Set { get; private set; } = set;

    /// <summary>To be stamped on every film that changes; films tracked by <see cref="Db"/> are stamped when saved.</summary>
    public long Revision => Set.Id;

    /// <summary>Whether anything of the catalogue has been written; to be set by who writes past <see cref="SaveAsync"/>.</summary>
    public bool HasWritten { get; set; }

    /// <summary>The number of the journal's next entry.</summary>
    public int NextEntry { get; set; }

    /// <summary>Films and uploads that this change has created.</summary>
    public HashSet<object> Created { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes this change the next one after <paramref name="revision"/>, which another catalogue has reached.
    /// To be called before anything is saved.</summary>
    public void RaiseAbove(long revision)
    {
        if (revision >= Revision)
        {
            Set = new JournalSet
            {
                Id = revision + 1,
                At = Set.At,
                Actor = Set.Actor,
                Action = Set.Action,
                Reason = Set.Reason,
            };
        }
    }

    /// <summary>Saves what <see cref="Db"/> tracks, with its journal. New rows have their ids afterwards. Without films,
    /// uploads and what else the journal knows among it, it is left to the end of the change.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var journal = Journal.Of(this);
        if (!journal.HasChanges)
        {
            return;
        }

        await Db.SaveChangesAsync(cancellationToken);
        HasWritten = true;
        var entries = journal.Entries();
        if (entries.Count > 0)
        {
            Db.JournalChanges.AddRange(entries);
            await Db.SaveChangesAsync(cancellationToken);
        }
    }
}
