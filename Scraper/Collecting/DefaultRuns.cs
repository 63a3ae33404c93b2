using Quartz;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>What the configuration says of a source's runs. Its texts were checked at the start.</summary>
internal static class DefaultRuns
{
    /// <summary>What the service and a plain "scrape" read; null when nothing is configured.</summary>
    public static RunRequest? Request(this ConfiguredSource source) => source.Options.Targets.Count == 0
        ? null
        : new RunRequest(
            source.Name, source.Source, [.. source.Options.Targets.Select(source.Source.ReadTarget)], Limit: null);

    /// <summary>Whether the service runs it: enabled, told what to read, and with the key it needs.</summary>
    public static bool IsScheduled(this ConfiguredSource source) =>
        source.Options is { Enabled: true, IsUsable: true, Targets.Count: > 0 };

    public static DateTimeOffset? NextRun(this ConfiguredSource source, DateTimeOffset after) =>
        new CronExpression(source.Options.Cron).GetNextValidTimeAfter(after);
}
