using Scraper.Fetching;

namespace Scraper.Sources;

/// <summary>How one source is read; section "Sources:NAME" of the configuration.</summary>
internal sealed record SourceOptions
{
    public const int MaxDelayMilliseconds = 600_000;
    public const int MaxPageLimit = 100_000;

    /// <summary>Root of the source's host; null for a source that has none.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Whether the schedule runs it. By hand it runs in any case.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When the schedule runs it: Quartz's form, seconds first.</summary>
    public string Cron { get; init; } = "0 0 3 * * ?";

    /// <summary>What the schedule reads, in the source's own forms.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Least time between the starts of two requests to the host; 0 to 600,000.</summary>
    public int DelayMilliseconds { get; init; } = 1000;

    /// <summary>Most pages read of one target in one run; 1 to 100,000.</summary>
    public int PageLimit { get; init; } = 50;

    /// <summary>Whether each upload that may be a film is asked for its details too, one request each; null for a source
    /// whose lists hold everything.</summary>
    public bool? Details { get; init; }

    /// <summary>The operator's key to the host's API, a secret; null where none is set.</summary>
    public SourceToken? Token { get; init; }

    /// <summary>Whether the host answers nothing without <see cref="Token"/>.</summary>
    public bool NeedsToken { get; init; }

    /// <summary>Whether the host can be asked at all.</summary>
    public bool IsUsable => !NeedsToken || Token is not null;

    /// <summary>Starts of paths that the operator has the host's permission to read, whatever its robots.txt says.</summary>
    public IReadOnlyList<string> PermittedPaths { get; init; } = [];

    /// <summary>Where a source that has a host may fetch, and how fast.</summary>
    public FetchScope Scope => new(BaseUrl!, Delay) { PermittedPaths = PermittedPaths, Token = Token };

    public TimeSpan Delay => TimeSpan.FromMilliseconds(DelayMilliseconds);
}
