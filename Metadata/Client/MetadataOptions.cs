using System.ComponentModel.DataAnnotations;

namespace Metadata.Client;

/// <summary>Where the Metadata service is and how to be let in; section "Metadata" of the configuration.</summary>
public sealed class MetadataOptions
{
    /// <summary>Root of the service.</summary>
    [Required]
    [HttpAddress]
    public Uri BaseUrl { get; init; } = new("http://localhost:8081");

    /// <summary>Bearer key for writes; empty means the key file in the data directory.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Longest wait for one answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
