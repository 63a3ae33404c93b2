using System.ComponentModel.DataAnnotations;

namespace Metadata.Caching;

/// <summary>The query cache; section "Cache" of the configuration.</summary>
internal sealed class CacheOptions
{
    /// <summary>Memory that cached answers may take, megabytes.</summary>
    [Range(1, 1_024)]
    public int MaxMegabytes { get; init; } = 32;
}
