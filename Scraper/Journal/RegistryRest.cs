namespace Scraper.Journal;

/// <summary>Until when a registry is left alone, and why. There is one only after a failure; a success ends it.</summary>
internal sealed class RegistryRest
{
    public required string Registry { get; init; }

    public required DateTimeOffset Until { get; set; }

    public required string Reason { get; set; }

    /// <summary>Failures one after another; each lets the registry rest longer.</summary>
    public required int Failures { get; set; }
}
