namespace Metadata.Data;

/// <summary>Leads from a title or registry id, hashed, to the films that may be meant.</summary>
internal sealed class MatchKey
{
    public required long Hash { get; init; }

    public required int MovieId { get; init; }
}
