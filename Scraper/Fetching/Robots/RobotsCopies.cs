using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Fetching.Robots;

/// <summary>The robots.txt of hosts in the journal, so that they are asked once for all processes.</summary>
internal sealed class RobotsCopies(JournalStore store, JournalMigrator migrator)
{
    /// <returns>Null when the host was never asked; what is found may have expired.</returns>
    public async Task<RobotsCopy?> FindAsync(string origin, CancellationToken cancellationToken)
    {
        if (!await migrator.IsCurrentAsync(cancellationToken))
        {
            return null;
        }

        var db = store.Open();
        await using (db)
        {
            return await db.Robots.AsNoTracking().SingleOrDefaultAsync(copy => copy.Origin == origin, cancellationToken);
        }
    }

    public async Task KeepAsync(RobotsCopy copy, CancellationToken cancellationToken)
    {
        if (!await migrator.IsCurrentAsync(cancellationToken))
        {
            return;
        }

        var db = store.Open();
        await using (db)
        {
            await using var change = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Robots.Where(old => old.Origin == copy.Origin).ExecuteDeleteAsync(cancellationToken);
            db.Robots.Add(copy);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await change.CommitAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                await change.RollbackAsync(cancellationToken);
                if (!await db.Robots.AsNoTracking().AnyAsync(other => other.Origin == copy.Origin, cancellationToken))
                {
                    throw;
                }

                // Another process asked at the same time; its copy is as good.
            }
        }
    }
}
