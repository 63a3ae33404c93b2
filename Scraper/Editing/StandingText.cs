using System.Globalization;
using Scraper.Journal;

namespace Scraper.Editing;

/// <summary>A source's standing in words.</summary>
internal static class StandingText
{
    /// <summary>"paused since…", "failing since…"; null when there is nothing to say.</summary>
    public static string? Of(SourceStanding standing)
    {
        var parts = new List<string>();
        if (standing.PausedAt is { } paused)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"paused since {paused:yyyy-MM-dd HH:mm} UTC"));
        }

        if (standing.FailingSince is { } since)
        {
            parts.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"failing since {since:yyyy-MM-dd HH:mm} UTC ({standing.Step} runs in a row), tried again at "
                + $"{standing.RetryAt:yyyy-MM-dd HH:mm:ss} UTC: {standing.Problem}"));
        }

        return parts.Count == 0 ? null : string.Join("; ", parts);
    }
}
