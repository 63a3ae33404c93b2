using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;
using Scraper.Collecting.Drift;

namespace Scraper.Journal;

/// <summary>A run's targets: how far each is known from earlier walks, and what this run has brought of it.</summary>
internal sealed class RunTargets(Run run, IReadOnlyDictionary<string, TargetMark> marks, CollectingOptions options)
{
    private readonly Dictionary<string, int> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _newest = new(StringComparer.Ordinal);

    public static async Task<RunTargets> LoadAsync(
        JournalDb db, Run run, CollectingOptions options, CancellationToken cancellationToken)
    {
        var marks = await db.TargetMarks.AsNoTracking()
            .Where(mark => mark.Source == run.Source && run.Targets.Contains(mark.Target))
            .ToDictionaryAsync(mark => mark.Target, StringComparer.Ordinal, cancellationToken);
        return new RunTargets(run, marks, options);
    }

    /// <summary>Decided by what stands when the run begins, so that a resumed run decides the same.</summary>
    public TargetWalk WalkOf(string target) =>
        run.Limit is null && marks.GetValueOrDefault(target) is { FullWalkAt: { } walkedAt } mark
        && walkedAt > run.StartedAt - options.FullWalkEvery
            ? new TargetWalk(IsFull: false, mark.NewestPublishedAt - options.Overlap)
            : TargetWalk.Full;

    public Sighting Sighting(string target, int firstRunId, int lastRunId) =>
        new(lastRunId == run.Id, firstRunId <= (marks.GetValueOrDefault(target)?.CompletedRunId ?? 0));

    public void Add(string target, int items, DateTimeOffset? newestPublishedAt)
    {
        _items[target] = _items.GetValueOrDefault(target) + items;
        if (newestPublishedAt is { } newest && newest > _newest.GetValueOrDefault(target))
        {
            _newest[target] = newest;
        }
    }

    /// <summary>An empty listing where there used to be items is a broken source, whatever its status says.</summary>
    public DriftVerdict JudgeEmpty() => DriftVerdict.Of(
        from target in _items
        where target.Value == 0 && marks.GetValueOrDefault(target.Key) is { Items: > 0 }
        select new DriftVerdict(DriftLevel.Stop, [
            $"{target.Key}: items listed: last time {marks[target.Key].Items}, now 0, bound 1"]));

    /// <summary>Moves the marks of the targets that were walked to their end.</summary>
    public async Task AdvanceAsync(JournalDb db, Func<string, TargetProgress> progressOf, CancellationToken cancellationToken)
    {
        if (run.Limit is not null)
        {
            return;
        }

        foreach (var (target, items) in _items.Where(item => progressOf(item.Key) is { IsFinished: true, HasFailed: false }))
        {
            var mark = await db.TargetMarks.FindAsync([run.Source, target], cancellationToken);
            if (mark is null)
            {
                mark = new TargetMark { Source = run.Source, Target = target };
                db.TargetMarks.Add(mark);
            }

            (mark.CompletedRunId, mark.Items) = (run.Id, items);
            if (_newest.TryGetValue(target, out var newest) && newest > (mark.NewestPublishedAt ?? DateTimeOffset.MinValue))
            {
                mark.NewestPublishedAt = newest;
            }

            if (WalkOf(target).IsFull)
            {
                mark.FullWalkAt = run.StartedAt;
                mark.Unseen = await db.SeenVideos.CountAsync(
                    video => video.Source == run.Source && video.Target == target && video.LastRunId < run.Id, cancellationToken);
            }
        }
    }
}
