using System.ComponentModel.DataAnnotations;

namespace Scraper.Enriching;

/// <summary>The starter catalogue; section "Starter" of the configuration.</summary>
internal sealed class StarterOptions
{
    /// <summary>Whether the service loads it at its first start. Its facts are used either way.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>A file that the source "file" reads; relative to the program.</summary>
    [Required]
    public string Path { get; init; } = "Starter/films.tsv";
}
