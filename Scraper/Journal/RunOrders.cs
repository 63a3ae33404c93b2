using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>Orders to run a source now, handed from the command line to the service.</summary>
internal sealed class RunOrders(JournalStore store, TimeProvider clock)
{
    public async Task PlaceAsync(string source, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            db.Orders.Add(new RunOrder { Source = source, OrderedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<RunOrder>> ListAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Orders.AsNoTracking().OrderBy(order => order.Id).ToListAsync(cancellationToken);
        }
    }

    /// <summary>Strikes out the orders of a source that a run has just met.</summary>
    /// <param name="upTo">The newest order that was there when the run began.</param>
    public async Task FulfilAsync(string source, int upTo, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            await db.Orders.Where(order => order.Source == source && order.Id <= upTo).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
