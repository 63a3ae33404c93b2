using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;
using Scraper.Collecting.Drift;

namespace Scraper.Journal;

/// <summary>What a run is measured against, and what follows from it when it ends: its films go on or are held back, and
/// what was learned of the source is written down.</summary>
/// <param name="hasBaseline">Whether the source's runs are alike at all.</param>
internal sealed class RunAssessment(Run run, RunTargets targets, RunWatch watch, string scope, bool hasBaseline)
{
    public RunTargets Targets => targets;

    public bool Holds(string form) => hasBaseline && watch.Holds(form);

    public void Add(string target, string form, Profile page, DateTimeOffset? newestPublishedAt)
    {
        watch.Add(form, page);
        targets.Add(target, page.Items, newestPublishedAt);
    }

    /// <summary>Judges the run and settles its films.</summary>
    /// <returns>How it ends after that.</returns>
    public async Task<(RunEnd End, DriftVerdict? Verdict)> SettleAsync(
        JournalDb db, RunEnd end, Func<string, TargetProgress> progressOf, CancellationToken cancellationToken)
    {
        // A run that goes on later is judged then.
        if (end.Status == RunStatus.Stopped || !hasBaseline)
        {
            return (end, null);
        }

        var isJudged = watch.Profiles.Keys.Any(watch.Holds);
        var verdict = DriftVerdict.Of([targets.JudgeEmpty(), watch.Judge(), .. Broken(end, isJudged)]);
        if (verdict.Level == DriftLevel.Stop)
        {
            RunBaselines.Keep(db, run, scope, watch, isGood: false);
            return (end.HeldBack(run.Id, verdict), verdict);
        }

        await db.Outbox.Where(entry => entry.RunId == run.Id && entry.IsHeld)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.IsHeld, false), cancellationToken);
        RunBaselines.Keep(db, run, scope, watch, isGood: end.Status == RunStatus.Done);
        await targets.AdvanceAsync(db, progressOf, cancellationToken);
        return (end, isJudged ? verdict : null);
    }

    // One page that cannot be read is reason enough not to trust the others.
    private static IEnumerable<DriftVerdict> Broken(RunEnd end, bool isJudged) => isJudged && end.Status == RunStatus.Broken
        ? [new DriftVerdict(DriftLevel.Stop, [$"a page could not be read: {end.Message}"])]
        : [];
}
