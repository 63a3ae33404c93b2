using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>Which jobs stand still; every process that shares the journal obeys.</summary>
internal sealed class PausedJobs(JournalStore store, TimeProvider clock)
{
    /// <summary>Does nothing when it is paused already.</summary>
    public async Task PauseAsync(string name, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            if (!await db.PausedJobs.AnyAsync(job => job.Name == name, cancellationToken))
            {
                db.PausedJobs.Add(new PausedJob { Name = name, PausedAt = clock.GetUtcNow() });
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    /// <returns>False when it was not paused.</returns>
    public async Task<bool> ResumeAsync(string name, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.PausedJobs.Where(job => job.Name == name).ExecuteDeleteAsync(cancellationToken) > 0;
        }
    }

    public async Task<IReadOnlySet<string>> ListAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return (await db.PausedJobs.Select(job => job.Name).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        }
    }
}
