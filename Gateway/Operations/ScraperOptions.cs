using System.ComponentModel.DataAnnotations;
using Metadata.Client;

namespace Gateway.Operations;

/// <summary>Where the Scraper answers its health; section "Scraper" of the configuration.</summary>
internal sealed class ScraperOptions
{
    public const string Section = "Scraper";

    /// <summary>Root of the Scraper's health listener.</summary>
    [Required]
    [HttpAddress]
    public Uri BaseUrl { get; init; } = new("http://localhost:8082");
}
