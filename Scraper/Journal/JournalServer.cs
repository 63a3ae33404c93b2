using Npgsql;

namespace Scraper.Journal;

/// <summary>The PostgreSQL server that several Scrapers share.</summary>
internal static class JournalServer
{
    // A machine that is cut off in the middle of a transaction must not keep its leases, or Quartz's locks, locked for the
    // hours that TCP takes to notice.
    private const string GiveUp = "-c idle_in_transaction_session_timeout=10000";

    /// <summary>Its connection string; null when the journal is a file.</summary>
    public static string? Find(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Scraper") is not { } connection
            || !connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var server = new NpgsqlConnectionStringBuilder(connection);
        server.Options ??= GiveUp;
        return server.ConnectionString;
    }
}
