using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Collecting;
using Scraper.Recording;

namespace Scraper.Journal;

/// <summary>Begins runs, or goes on with those that were cut off. All of it under the source's lease, so that no other
/// process can be at work on it and a run still "running" was cut off.</summary>
internal sealed class RunStarts(
    JournalStore store, RunHistory history, RunPruning pruning, IOptions<JournalOptions> options, TimeProvider clock)
{
    /// <summary>Goes on with the newest run of the same targets if it was interrupted, else begins one.</summary>
    public async Task<Run> BeginAsync(RunRequest request, CancellationToken cancellationToken)
    {
        await pruning.PruneAsync(request.Name, cancellationToken);
        var targets = request.Targets.Select(target => target.ToString()).ToList();
        var last = await history.FindLastAsync(request.Name, targets, request.Limit, cancellationToken);
        var db = store.Open();
        await using (db)
        {
            await db.Runs
                .Where(cutOff => cutOff.Source == request.Name && cutOff.Status == RunStatus.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(cutOff => cutOff.Status, RunStatus.Stopped), cancellationToken);
            if (last is null || !IsResumable(last))
            {
                var begun = new Run
                {
                    Source = request.Name,
                    Targets = targets,
                    Limit = request.Limit,
                    StartedAt = clock.GetUtcNow(),
                    Parser = ParserVersion.Current,
                };
                db.Runs.Add(begun);
                await db.SaveChangesAsync(cancellationToken);
                return begun;
            }

            var resumed = await db.Runs.SingleAsync(run => run.Id == last.Id, cancellationToken);
            (resumed.Status, resumed.EndedAt, resumed.Message) = (RunStatus.Running, null, null);
            await db.SaveChangesAsync(cancellationToken);
            return resumed;
        }
    }

    /// <summary>Runs too old to go on whose films still wait for a verdict.</summary>
    public async Task<IReadOnlyList<Run>> ListAbandonedAsync(string source, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - options.Value.ResumeWithin;
        var db = store.Open();
        await using (db)
        {
            return await db.Runs.AsNoTracking()
                .Where(run => run.Source == source && run.StartedAt < oldest
                    && (run.Status == RunStatus.Running || run.Status == RunStatus.Stopped)
                    && db.Outbox.Any(entry => entry.RunId == run.Id && entry.IsHeld))
                .ToListAsync(cancellationToken);
        }
    }

    private bool IsResumable(Run run) =>
        run.Status is RunStatus.Running or RunStatus.Stopped
        && run.StartedAt >= clock.GetUtcNow() - options.Value.ResumeWithin;
}
