using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge;

/// <summary>How much one client may ask for; section "RateLimits" of the configuration.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Calls of the API per client in any 60 seconds.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; init; } = 600;

    /// <summary>Searches and suggestions among them, in any 60 seconds.</summary>
    [Range(1, 1_000_000)]
    public int SearchPerMinute { get; init; } = 120;

    /// <summary>Pages, pictures and files of the site, counted apart so that looking at it never uses up the API.
    /// A page of the catalogue shows up to 100 pictures.</summary>
    [Range(1, 1_000_000)]
    public int SitePerMinute { get; init; } = 6000;

    /// <summary>Clients remembered at once, about 2 KiB each; past it those seen longest ago are forgotten.</summary>
    [Range(100, 1_000_000)]
    public int MaxClients { get; init; } = 20_000;
}
