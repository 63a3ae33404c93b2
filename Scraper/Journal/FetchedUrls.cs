using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

internal static class FetchedUrls
{
    /// <summary>Takes in what a page was read from, in place of what was known of the same addresses.</summary>
    public static async Task ReplaceAsync(
        JournalDb db, IReadOnlyList<FetchedUrl> fetched, CancellationToken cancellationToken)
    {
        if (fetched.Count > 0)
        {
            var (source, keys) = (fetched[0].Source, fetched.Select(url => url.Key).ToList());
            await db.FetchedUrls.Where(url => url.Source == source && keys.Contains(url.Key))
                .ExecuteDeleteAsync(cancellationToken);
            db.FetchedUrls.AddRange(fetched);
        }
    }
}
