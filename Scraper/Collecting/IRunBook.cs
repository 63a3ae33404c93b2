using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Where a run is written down: the journal, or nowhere at all for a dry run.</summary>
internal interface IRunBook
{
    /// <summary>Videos seen by the pages kept, an interrupted run's included.</summary>
    int Seen { get; }

    int Films { get; }

    int PagesKept { get; }

    /// <summary>Which of these videos were seen before, by pages that are kept.</summary>
    Task<IReadOnlyDictionary<string, Sighting>> RecallAsync(
        SourceTarget target, IReadOnlyCollection<string> videoKeys, CancellationToken cancellationToken);

    /// <summary>Where to read on in a target.</summary>
    TargetProgress ProgressOf(SourceTarget target);

    /// <summary>How far to read a target.</summary>
    TargetWalk WalkOf(SourceTarget target);

    /// <summary>Keeps all of a page in one go.</summary>
    Task KeepAsync(PageOutcome page, CancellationToken cancellationToken);

    /// <summary>Waits until there is room for the films of more pages.</summary>
    Task WaitForRoomAsync(CancellationToken cancellationToken);
}

/// <summary>How far a target was read.</summary>
/// <param name="IsFinished">Nothing is left to read.</param>
/// <param name="HasFailed">It could not be read.</param>
/// <param name="Cursor">Where to read on; null from the start.</param>
internal sealed record TargetProgress(bool IsFinished, bool HasFailed, string? Cursor);
