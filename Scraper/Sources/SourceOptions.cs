namespace Scraper.Sources;

/// <summary>One source's settings; section "Sources:NAME" of the configuration.</summary>
internal sealed class SourceOptions
{
    /// <summary>Root of the host; null for the real one.</summary>
    public Uri? BaseUrl { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>When the service runs it: seconds minutes hours day month weekday.</summary>
    public string Cron { get; init; } = "0 0 4 * * ?";

    public IReadOnlyList<string> Targets { get; init; } = [];

    public int DelayMilliseconds { get; init; } = 1000;

    public int PageLimit { get; init; } = 100;
}
