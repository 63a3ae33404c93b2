using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Limits;

/// <summary>How much one client may ask for; section "RateLimits" of the configuration.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Calls of the API and feeds per client in any 60 seconds.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; init; } = 600;

    /// <summary>Searches and suggestions among them, in any 60 seconds.</summary>
    [Range(1, 1_000_000)]
    public int SearchPerMinute { get; init; } = 120;

    /// <summary>Pictures and files of the site, counted apart so that looking at it never uses up the API; a page counts
    /// as ten of them. A page of the catalogue shows up to 100 pictures.</summary>
    [Range(1, 1_000_000)]
    public int SitePerMinute { get; init; } = 6000;

    /// <summary>Clients remembered at once in this process, about 200 bytes each and 8 for each tenth of a second in which
    /// one was admitted; past it the least active are forgotten.</summary>
    [Range(100, 1_000_000)]
    public int MaxClients { get; init; } = 100_000;

    public int Of(RequestKind kind) => kind switch
    {
        RequestKind.Site => SitePerMinute,
        RequestKind.Api => PerMinute,
        _ => SearchPerMinute,
    };
}
