using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;

namespace Scraper.Journal;

/// <summary>What failed in a run, as far as it can be tried again.</summary>
internal sealed class RunFailures(JournalStore store)
{
    public async Task<RetryPlan> PlanAsync(Run run, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var numbers = await db.Rejects
                .Where(reject => reject.RunId == run.Id && reject.PageNumber != null && reject.Step != CollectStep.Fetch)
                .Select(reject => reject.PageNumber!.Value).Distinct().ToListAsync(cancellationToken);
            List<RetriedPage> pages = [];
            foreach (var number in numbers.Order())
            {
                pages.Add((await FindPageAsync(db, run.Id, number, cancellationToken))!);
            }

            var broken = run.Status is RunStatus.Failed or RunStatus.Partly or RunStatus.Broken;
            var rests = await ListRestsAsync(db, run, cancellationToken);
            return new RetryPlan(
                run, pages, broken ? rests : [], await ListRefusedAsync(db, run, cancellationToken));
        }
    }

    /// <summary>Null when the run or its page is there no more.</summary>
    public async Task<RetriedPage?> FindPageAsync(int runId, int number, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await FindPageAsync(db, runId, number, cancellationToken);
        }
    }

    /// <summary>Null when the run is there no more, or that target of it has been read to its end.</summary>
    public async Task<RetriedRest?> FindRestAsync(int runId, int place, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId, cancellationToken) is { } run
                ? (await ListRestsAsync(db, run, cancellationToken)).FirstOrDefault(rest => rest.Place == place)
                : null;
        }
    }

    /// <summary>Puts films that Metadata refused into the outbox again, as films of their run.</summary>
    /// <returns>How many; fewer when another process has taken some up.</returns>
    public async Task<int> SendAgainAsync(IEnumerable<Reject> refused, CancellationToken cancellationToken)
    {
        var sent = 0;
        var db = store.Open();
        await using (db)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await using (transaction)
            {
                foreach (var reject in refused)
                {
                    var taken = await db.Rejects.Where(known => known.Id == reject.Id).ExecuteDeleteAsync(cancellationToken);
                    if (taken == 1)
                    {
                        await db.Runs.Where(run => run.Id == reject.RunId).ExecuteUpdateAsync(
                            set => set.SetProperty(run => run.Rejected, run => run.Rejected - 1), cancellationToken);
                        db.Outbox.Add(PageRows.Entry(reject));
                        sent++;
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }

        return sent;
    }

    private static async Task<RetriedPage?> FindPageAsync(
        JournalDb db, int runId, int number, CancellationToken cancellationToken)
    {
        var page = await db.Pages.AsNoTracking()
            .SingleOrDefaultAsync(kept => kept.RunId == runId && kept.Number == number, cancellationToken);
        if (page is null)
        {
            return null;
        }

        var cursor = await db.Pages
            .Where(before => before.RunId == runId && before.Target == page.Target && before.Number < number)
            .OrderByDescending(before => before.Number).Select(before => before.NextCursor).FirstOrDefaultAsync(cancellationToken);
        var failed = await db.Rejects
            .Where(reject => reject.RunId == runId && reject.PageNumber == number && reject.Step != CollectStep.Fetch)
            .Select(reject => reject.ExternalId).ToListAsync(cancellationToken);
        var ids = failed.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new RetriedPage(number, page.Target, cursor, ids, failed.Count(id => id is null));
    }

    private static async Task<IReadOnlyList<RetriedRest>> ListRestsAsync(
        JournalDb db, Run run, CancellationToken cancellationToken)
    {
        // The last page that could be read of each target begun.
        var ends = (await db.Pages.AsNoTracking().Where(page => page.RunId == run.Id && page.Failure == null)
            .GroupBy(page => page.Target)
            .Select(pages => pages.OrderByDescending(page => page.Number).First())
            .ToListAsync(cancellationToken)).ToDictionary(page => page.Target, StringComparer.Ordinal);
        return
        [
            .. from target in run.Targets.Distinct(StringComparer.Ordinal).Select((text, index) => (Text: text, Place: index + 1))
               let end = ends.GetValueOrDefault(target.Text)
               where end is null or { NextCursor: not null }
               select new RetriedRest(target.Place, target.Text, end?.NextCursor),
        ];
    }

    /// <summary>A run that retried another one has left that one's refused films where they were.</summary>
    private static async Task<IReadOnlyList<Reject>> ListRefusedAsync(JournalDb db, Run run, CancellationToken cancellationToken)
    {
        List<int> runs = [run.Id];
        for (var last = run; last.Targets.Select(RetryTarget.Read).OfType<RetryTarget>().FirstOrDefault() is { } origin;)
        {
            var before = await db.Runs.AsNoTracking().SingleOrDefaultAsync(known => known.Id == origin.RunId, cancellationToken);
            if (before is null)
            {
                break;
            }

            runs.Add(before.Id);
            last = before;
        }

        return await db.Rejects.AsNoTracking()
            .Where(reject => runs.Contains(reject.RunId) && reject.Step == CollectStep.Publish)
            .OrderBy(reject => reject.Id)
            .ToListAsync(cancellationToken);
    }
}
