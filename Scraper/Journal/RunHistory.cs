using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>The runs that were, newest first.</summary>
internal sealed class RunHistory(JournalStore store)
{
    private const int RunsLookedBackAt = 50;

    public async Task<IReadOnlyList<Run>> ListAsync(string? source, int count, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Runs.AsNoTracking()
                .Where(run => source == null || run.Source == source)
                .OrderByDescending(run => run.Id)
                .Take(count)
                .ToListAsync(cancellationToken);
        }
    }

    public async Task<Run?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<Reject>> ListRejectsAsync(int runId, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Rejects.AsNoTracking()
                .Where(reject => reject.RunId == runId)
                .OrderBy(reject => reject.Id)
                .ToListAsync(cancellationToken);
        }
    }

    /// <summary>The pages of a run, in the order kept.</summary>
    public async Task<IReadOnlyList<RunPage>> ListPagesAsync(int runId, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Pages.AsNoTracking()
                .Where(page => page.RunId == runId)
                .OrderBy(page => page.Number)
                .ToListAsync(cancellationToken);
        }
    }

    /// <summary>The newest run of a source with just these targets; null when there is none of late.</summary>
    public async Task<Run?> FindLastAsync(
        string source, IReadOnlyList<string> targets, int? limit, CancellationToken cancellationToken) =>
        (await ListAsync(source, RunsLookedBackAt, cancellationToken))
            .FirstOrDefault(run => run.Limit == limit && run.Targets.SequenceEqual(targets, StringComparer.Ordinal));

    /// <summary>The newest run of each source.</summary>
    public async Task<IReadOnlyList<Run>> ListLatestAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var newest = db.Runs.GroupBy(run => run.Source).Select(runs => runs.Max(run => run.Id));
            return await db.Runs.AsNoTracking()
                .Where(run => newest.Contains(run.Id))
                .OrderBy(run => run.Source)
                .ToListAsync(cancellationToken);
        }
    }
}
