using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Where a run is written down: the journal, or nowhere at all for a dry run.</summary>
internal interface IRunBook
{
    /// <summary>Videos seen by the pages kept, an interrupted run's included.</summary>
    int Seen { get; }

    int Films { get; }

    int PagesKept { get; }

    /// <summary>Whether the run has had this video. Remembered only once its page is kept.</summary>
    bool Knows(string videoKey);

    /// <summary>Where to read on in a target.</summary>
    TargetProgress ProgressOf(SourceTarget target);

    /// <summary>Keeps all of a page in one go.</summary>
    Task KeepAsync(PageOutcome page, CancellationToken cancellationToken);
}

/// <summary>How far a target was read.</summary>
/// <param name="IsFinished">Nothing is left to read.</param>
/// <param name="HasFailed">It could not be read.</param>
/// <param name="Cursor">Where to read on; null from the start.</param>
internal sealed record TargetProgress(bool IsFinished, bool HasFailed, string? Cursor);
