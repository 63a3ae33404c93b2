namespace Metadata.Data;

/// <summary>The one row that tells how far the catalogue has come.</summary>
internal sealed class CatalogueState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Rises with every change that is committed; never falls, not even by a restore.</summary>
    public long Revision { get; set; }

    /// <summary>A random number, new with every change: the name of this very state. Revisions repeat where a database is
    /// replaced by another or by an older copy; names do not, so an answer kept elsewhere under a name is never of another
    /// catalogue.</summary>
    public long Stamp { get; set; }

    /// <summary>Rises when films may have vanished (a restore): what was read before is worth nothing then.</summary>
    public long Generation { get; set; }
}
