using System.ComponentModel.DataAnnotations;

namespace Gateway.Operations;

/// <summary>How the service ends; section "Stopping" of the configuration.</summary>
internal sealed class StoppingOptions
{
    public const string Section = "Stopping";

    /// <summary>How long requests are still taken after the service was told to stop, while it already says that it is
    /// not ready: the time a balancer in front needs to notice. Zero where there is none.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan Notice { get; init; } = TimeSpan.FromSeconds(1);
}
