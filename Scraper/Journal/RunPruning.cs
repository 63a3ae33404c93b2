using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Scraper.Journal;

/// <summary>Removes what old runs have left behind. Never of a run that may go on, is quarantined, or has films that
/// Metadata has not answered.</summary>
internal sealed class RunPruning(JournalStore store, IOptions<JournalOptions> options, TimeProvider clock)
{
    /// <summary>Profiles outlive their runs, for a source that is read once a month has a baseline too.</summary>
    private const int ProfilesKept = 200;

    public async Task PruneAsync(string source, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepRunsDays);
        var db = store.Open();
        await using (db)
        {
            var old = await db.Runs
                .Where(run => run.Source == source && run.EndedAt < oldest
                    && run.Status != RunStatus.Running && run.Status != RunStatus.Stopped && run.Status != RunStatus.Quarantined
                    && !db.Outbox.Any(entry => entry.RunId == run.Id))
                .Select(run => run.Id)
                .ToListAsync(cancellationToken);
            foreach (var id in old)
            {
                await PruneAsync(db, id, cancellationToken);
            }

            var kept = await db.Profiles.Where(profile => profile.Source == source)
                .OrderByDescending(profile => profile.RunId).Skip(ProfilesKept).Select(profile => profile.RunId)
                .FirstOrDefaultAsync(cancellationToken);
            await db.Profiles.Where(profile => profile.Source == source && profile.RunId <= kept).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static async Task PruneAsync(JournalDb db, int id, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using (transaction)
        {
            await db.Pages.Where(page => page.RunId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Rejects.Where(reject => reject.RunId == id).ExecuteDeleteAsync(cancellationToken);
            // What editors judge, and have judged, names the run that found it.
            await db.Runs.Where(run => run.Id == id && !db.Review.Any(item => item.RunId == id)).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
