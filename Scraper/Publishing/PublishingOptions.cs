using System.ComponentModel.DataAnnotations;
using Metadata.Client;

namespace Scraper.Publishing;

/// <summary>How the outbox is emptied; section "Publishing" of the configuration.</summary>
internal sealed class PublishingOptions
{
    /// <summary>Films sent to Metadata in one request.</summary>
    [Range(1, MovieUpsert.MaxBatch)]
    public int BatchSize { get; init; } = 100;

    /// <summary>How often the outbox is looked into while it is empty or another process sends.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan IdlePause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Pause after the first failure; doubled with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan FirstRetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest pause between two tries.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LongestRetryPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a command at the terminal waits for a Metadata that does not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
