using System.ComponentModel.DataAnnotations;

namespace Gateway.Upstream;

/// <summary>The way to Metadata; section "Upstream" of the configuration.</summary>
internal sealed class UpstreamOptions
{
    public const string Section = "Upstream";

    /// <summary>How long one replica may think before another one is asked the same beside it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan HedgeAfter { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a replica that failed repeatedly is left alone before it is tried out again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan OutFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Most requests under way to one replica; more wait until their deadline.</summary>
    [Range(1, 10_000)]
    public int MaxConnections { get; init; } = 100;
}
