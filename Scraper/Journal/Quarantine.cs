using Microsoft.EntityFrameworkCore;
using Scraper.Collecting.Drift;

namespace Scraper.Journal;

/// <summary>The runs whose films are held back until an editor has decided.</summary>
internal sealed class Quarantine(JournalStore store)
{
    public async Task<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Runs.AsNoTracking().Where(run => run.Status == RunStatus.Quarantined)
                .OrderBy(run => run.Id).ToListAsync(cancellationToken);
        }
    }

    /// <summary>Lets a run's films go on, and takes what it looked like for normal from now on.</summary>
    /// <returns>How many films; null when the run is not quarantined.</returns>
    public Task<int?> ReleaseAsync(int id, CancellationToken cancellationToken) => DecideAsync(
        id, RunStatus.Done, "Released by an editor.",
        async db =>
        {
            await TeachAsync(db, id, cancellationToken);
            return await db.Outbox.Where(entry => entry.RunId == id && entry.IsHeld)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.IsHeld, false), cancellationToken);
        },
        cancellationToken);

    /// <summary>Throws a run's films away, and forgets that its videos were seen, so that a later run finds them anew.</summary>
    /// <returns>How many films; null when the run is not quarantined.</returns>
    public Task<int?> DiscardAsync(int id, CancellationToken cancellationToken) => DecideAsync(
        id, RunStatus.Discarded, "Discarded by an editor.",
        async db =>
        {
            await db.Profiles.Where(profile => profile.RunId == id).ExecuteDeleteAsync(cancellationToken);
            await db.SeenVideos.Where(video => video.FirstRunId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Review.Where(item => item.RunId == id && item.Decision == null).ExecuteDeleteAsync(cancellationToken);
            var held = db.Outbox.Where(entry => entry.RunId == id && entry.IsHeld);
            await db.SentUpserts
                .Where(sent => held.Any(entry => entry.Source == sent.Source && entry.ExternalId == sent.ExternalId))
                .ExecuteDeleteAsync(cancellationToken);
            return await held.ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    private static async Task TeachAsync(JournalDb db, int id, CancellationToken cancellationToken)
    {
        await db.Profiles.Where(profile => profile.RunId == id).ExecuteUpdateAsync(
            set => set.SetProperty(profile => profile.IsGood, true).SetProperty(profile => profile.IsTaught, true),
            cancellationToken);
        var source = await db.Runs.Where(run => run.Id == id).Select(run => run.Source).SingleAsync(cancellationToken);
        var pages = await db.Pages.AsNoTracking().Where(page => page.RunId == id && page.Profile != null)
            .Select(page => new { page.Target, page.Profile }).ToListAsync(cancellationToken);
        foreach (var target in pages.GroupBy(page => page.Target, StringComparer.Ordinal))
        {
            // A listing that an editor accepts as empty is not missed again.
            var items = target.Sum(page => Profile.Read(page.Profile!).Items);
            await db.TargetMarks.Where(mark => mark.Source == source && mark.Target == target.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.Items, items), cancellationToken);
        }
    }

    private async Task<int?> DecideAsync(
        int id, RunStatus status, string message, Func<JournalDb, Task<int>> settle, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await using (transaction)
            {
                var decided = await db.Runs.Where(run => run.Id == id && run.Status == RunStatus.Quarantined).ExecuteUpdateAsync(
                    set => set.SetProperty(run => run.Status, status).SetProperty(run => run.Message, message), cancellationToken);
                if (decided == 0)
                {
                    return null;
                }

                var films = await settle(db);
                await transaction.CommitAsync(cancellationToken);
                return films;
            }
        }
    }
}
