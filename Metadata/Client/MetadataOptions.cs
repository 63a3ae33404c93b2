using System.ComponentModel.DataAnnotations;

namespace Metadata.Client;

/// <summary>Where the Metadata service is and how to be let in; section "Metadata" of the configuration.</summary>
public sealed class MetadataOptions
{
    private const char Separator = ';';

    /// <summary>Root of the service. Several replicas are told apart by semicolons, or share a name that stands for
    /// several addresses.</summary>
    [Required]
    [HttpAddress(Separator)]
    public string BaseUrl { get; init; } = "http://localhost:8081";

    /// <summary>The root of each replica that is named; at least one.</summary>
    public IReadOnlyList<Uri> Roots => [.. HttpAddressAttribute.Split(BaseUrl, Separator).Select(root => new Uri(root))];

    /// <summary>Bearer key for writes; empty means the key file in the data directory.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Longest wait for one answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
