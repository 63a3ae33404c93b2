namespace Metadata.Data;

/// <summary>A change of the catalogue while it is made.</summary>
/// <param name="Db">The transaction's context.</param>
/// <param name="Set">The journal's entry for it, kept if anything is written; its id is the revision that the change makes.</param>
internal sealed record CatalogueChange(MoviesDb Db, JournalSet Set)
{
    /// <summary>To be stamped on every film that changes; films tracked by <see cref="Db"/> are stamped when saved.</summary>
    public long Revision => Set.Id;

    /// <summary>Whether anything of the catalogue has been written; to be set by who writes past <see cref="SaveAsync"/>.</summary>
    public bool HasWritten { get; set; }

    /// <summary>The number of the journal's next entry.</summary>
    public int NextEntry { get; set; }

    /// <summary>Saves what <see cref="Db"/> tracks, with its journal. New rows have their ids afterwards.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var journal = Journal.Of(this);
        await Db.SaveChangesAsync(cancellationToken);
        HasWritten |= journal.HasChanges;
        var entries = journal.Entries();
        if (entries.Count > 0)
        {
            Db.JournalChanges.AddRange(entries);
            await Db.SaveChangesAsync(cancellationToken);
        }
    }
}
