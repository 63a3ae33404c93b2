using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Pages;

/// <summary>The page cache; section "Pages" of the configuration.</summary>
internal sealed class PageOptions
{
    public const string Section = "Pages";

    /// <summary>Memory that finished pages may take, megabytes.</summary>
    [Range(1, 4_096)]
    public int MaxMegabytes { get; init; } = 64;

    /// <summary>How long a page in Redis outlives the last time that it was made.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan SharedLife { get; init; } = TimeSpan.FromHours(6);
}
