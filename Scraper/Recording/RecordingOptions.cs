using System.ComponentModel.DataAnnotations;

namespace Scraper.Recording;

/// <summary>What is kept of the hosts' answers; section "Recording" of the configuration.</summary>
internal sealed class RecordingOptions
{
    /// <summary>Whether answers are kept at all. Without them nothing can be replayed, and every page is asked for whole.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Most that all recordings together may take, in MiB, compressed; the oldest go first.</summary>
    [Range(1, 1_000_000)]
    public int MaxMegabytes { get; init; } = 1024;

    /// <summary>How long a recording is kept.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(30);
}
