using System.Globalization;
using Scraper.Collecting.Drift;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>How a run ended.</summary>
/// <param name="Message">Why; null when all went well.</param>
/// <param name="Failure">What cut the run short, for its list of failures; null when nothing did.</param>
internal sealed record RunEnd(RunStatus Status, string? Message, FailedItem? Failure = null)
{
    /// <summary>The source's failure that ended the run; null when none did.</summary>
    public SourceException? Cause { get; init; }

    public static RunEnd Stopped { get; } = new(RunStatus.Stopped, "Stopped before the end; the next run goes on from there.");

    /// <summary>A run that was cut off and is too old to go on.</summary>
    public static RunEnd Abandoned { get; } = new(RunStatus.Partly, "Cut off, and not gone on with in time.");

    public static RunEnd Of(SourceException failure, bool somethingKept) => new(
        failure.Failure == SourceFailure.Contract ? RunStatus.Broken
            : somethingKept ? RunStatus.Partly : RunStatus.Failed,
        failure.Message,
        new FailedItem(
            ExternalId: null, failure.Failure == SourceFailure.Contract ? CollectStep.Parse : CollectStep.Fetch,
            failure.Message, Payload: ""))
    {
        Cause = failure,
    };

    public static RunEnd Of(IEnumerable<TargetProgress> targets)
    {
        var all = targets.ToList();
        var dead = all.Count(target => target.HasFailed);
        return dead == 0 ? new RunEnd(RunStatus.Done, Message: null)
            : new RunEnd(
                dead == all.Count ? RunStatus.Failed : RunStatus.Partly,
                $"{dead} of {all.Count} targets could not be read.");
    }

    /// <summary>The same end, with the films held back for an editor to decide.</summary>
    public RunEnd HeldBack(int runId, DriftVerdict verdict) => this with
    {
        Status = RunStatus.Quarantined,
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"The films are held back, for the source does not look as it did: {string.Join("; ", verdict.Reasons)}. "
            + $"Look at \"scraper runs show {runId}\" and at the source; then \"scraper runs release {runId}\" if this is how "
            + $"it looks from now on, or \"scraper runs discard {runId}\"."),
    };

    /// <summary>A mistake of ours or of the machine, not of the source.</summary>
    public static RunEnd Of(Exception mistake, bool somethingKept) => new(
        somethingKept ? RunStatus.Partly : RunStatus.Failed,
        mistake.Message,
        new FailedItem(ExternalId: null, CollectStep.Fetch, mistake.Message, Payload: ""));
}
