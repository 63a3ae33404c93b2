using System.Data.Common;

namespace Scraper.Journal;

/// <summary>Tells a database that cannot be reached, or is too slow, from our own mistakes.</summary>
internal static class DatabaseTrouble
{
    // EF wraps what it thinks may pass; Quartz whatever its store has met.
    public static bool Is(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is DbException or TimeoutException)
            {
                return true;
            }
        }

        return false;
    }
}
