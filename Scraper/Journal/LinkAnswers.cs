using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>What hosts have said and Metadata does not know yet.</summary>
internal sealed class LinkAnswers(JournalStore store)
{
    public async Task<IReadOnlyList<LinkAnswer>> ListAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.LinkAnswers.AsNoTracking().OrderBy(answer => answer.CheckedAt).ToListAsync(cancellationToken);
        }
    }
}
