using Scraper.Collecting;
using Scraper.Journal;

namespace Scraper.Editing.Runs;

/// <summary>How many came through a step of a run, and how many did not.</summary>
/// <param name="What">What is counted: pages, videos, films.</param>
internal sealed record RunStep(string Step, string What, int Done, int Failed)
{
    /// <param name="pages">Pages that could be read.</param>
    public static IReadOnlyList<RunStep> Of(Run run, IReadOnlyList<ScrapeFailure> failures, int pages)
    {
        var (parse, normalize) = (Failed(CollectStep.Parse), Failed(CollectStep.Normalize));
        // A failure that ended the run is of no video.
        var unreadable = failures.Count(failure => failure is { Step: CollectStep.Parse, ExternalId: not null });
        return
        [
            new RunStep(CollectStep.Fetch, "pages", pages, Failed(CollectStep.Fetch)),
            new RunStep(CollectStep.Parse, "videos", run.Seen - unreadable, parse),
            new RunStep(CollectStep.Normalize, "videos", run.Seen - unreadable - normalize, normalize),
            new RunStep(CollectStep.Outbox, "films", run.Films, Failed(CollectStep.Outbox)),
            new RunStep(CollectStep.Publish, "films", run.Created + run.Updated + run.Unchanged, Failed(CollectStep.Publish)),
        ];

        int Failed(string step) => failures.Count(failure => failure.Step == step);
    }
}
