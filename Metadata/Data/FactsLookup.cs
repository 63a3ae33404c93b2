using Metadata.Client;

namespace Metadata.Data;

/// <summary>When a registry was last asked for a film, and how it answered.</summary>
internal sealed class FactsLookup
{
    public required int MovieId { get; init; }

    public required string Registry { get; init; }

    public required DateTimeOffset AskedAt { get; set; }

    public required LookupOutcome Outcome { get; set; }

    public string? Reason { get; set; }
}
