using System.ComponentModel.DataAnnotations;

namespace Scraper.Collecting;

/// <summary>How runs walk and when they are judged; section "Collecting" of the configuration.</summary>
internal sealed class CollectingOptions
{
    /// <summary>How often a listing is walked to its end although its newest part is enough to find what is new.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan FullWalkEvery { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How far below the newest video known a walk still looks: hosts publish late and put dates back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "90.00:00:00")]
    public TimeSpan Overlap { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Films that may wait for Metadata before collecting pauses.</summary>
    [Range(100, 10_000_000)]
    public int OutboxBound { get; init; } = 10_000;

    /// <summary>How many of a source's last good runs say what is normal.</summary>
    [Range(5, 100)]
    public int BaselineRuns { get; init; } = 20;
}
