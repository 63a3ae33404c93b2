using System.ComponentModel.DataAnnotations;

namespace Gateway.Catalog;

/// <summary>How long visitors wait; section "Catalog" of the configuration.</summary>
internal sealed class CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>Longest wait for Metadata's answer to one request.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the front page waits for each of its parts before it goes out without the late ones.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan HomeBudget { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>How long a film's page waits for the films like it before it goes out without them.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan SimilarBudget { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Largest body taken from Metadata, bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxAnswerBytes { get; init; } = 8 * 1024 * 1024;
}
