using Metadata.Client;

namespace Gateway.Edge.Pages;

/// <summary>What was last seen of the catalogue behind.</summary>
/// <param name="Mark">Its last known state; null before the first sight, or when Metadata does not tell.</param>
/// <param name="DueAt">Timestamp from which it has to be looked at anew.</param>
internal sealed record Sighting(CatalogueMark? Mark, long DueAt)
{
    /// <summary>A moment long before any.</summary>
    public const long Overdue = long.MinValue / 2;

    public static readonly Sighting None = new(null, Overdue);

    public string? Stamp { get; } = Mark?.Stamp;

    /// <summary>Metadata did not answer: there is no use in asking it for more.</summary>
    public bool IsAway { get; init; }

    /// <summary>Metadata takes its time: whoever has a page need not wait for another.</summary>
    public bool IsLate { get; init; }
}
