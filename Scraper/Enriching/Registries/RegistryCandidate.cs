using Metadata.Client;

namespace Scraper.Enriching.Registries;

/// <summary>A film of a registry that may be the one that is looked up.</summary>
internal sealed record RegistryCandidate
{
    /// <summary>The registry's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Every title it goes by, in any language.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    public int? Year { get; init; }

    /// <summary>The lengths that its versions have; empty when the registry says none.</summary>
    public IReadOnlyList<int> DurationsSeconds { get; init; } = [];

    /// <summary>What the registry says of it, as far as it has been read.</summary>
    public RegistryFacts Facts { get; init; } = new();
}
