namespace Scraper.Journal;

/// <summary>A page that is kept: together the pages of a run say where to read on.</summary>
internal sealed class RunPage
{
    public int RunId { get; init; }

    /// <summary>From 1, over all targets of the run.</summary>
    public required int Number { get; init; }

    public required string Target { get; init; }

    /// <summary>Where the target goes on; null after its last page.</summary>
    public string? NextCursor { get; init; }

    /// <summary>What the page looked like, JSON; null for a target that could not be read.</summary>
    public string? Profile { get; init; }

    /// <summary>When its newest video was published.</summary>
    public DateTimeOffset? NewestPublishedAt { get; init; }

    /// <summary>Why the target could not be read; null for a page that was.</summary>
    public string? Failure { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}
