using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Overload;

/// <summary>How much is worked on at once; section "Overload" of the configuration.</summary>
internal sealed class OverloadOptions
{
    public const string Section = "Overload";

    /// <summary>Answers that are worked out at the same time. Sending them is not counted.</summary>
    [Range(1, 100_000)]
    public int Concurrent { get; init; } = 256;

    /// <summary>Requests that wait for one of these to be done; all further ones are refused at once.</summary>
    [Range(0, 100_000)]
    public int Waiting { get; init; } = 256;

    /// <summary>Longest such wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Open connections; further ones are closed as they come.</summary>
    [Range(10, 1_000_000)]
    public int Connections { get; init; } = 20_000;
}
