using System.ComponentModel.DataAnnotations;

namespace Scraper.Enriching;

/// <summary>When films are looked up at registries; section "Enrichment" of the configuration.</summary>
internal sealed class EnrichmentOptions
{
    /// <summary>Whether the service does it by itself. By hand it is done in any case.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When a step is taken: Quartz's form, seconds first.</summary>
    [Cron]
    public string Cron { get; init; } = "0 15 * * * ?";

    /// <summary>Most films that one step asks one registry for; 1 to 10,000.</summary>
    [Range(1, 10_000, ErrorMessage = "It must be a whole number from 1 to 10000.")]
    public int BatchSize { get; init; } = 200;

    /// <summary>After how many days a registry is asked again for a film; 1 to 3,650.</summary>
    [Range(1, 3_650, ErrorMessage = "It must be a whole number from 1 to 3650.")]
    public int RecheckDays { get; init; } = 30;
}
