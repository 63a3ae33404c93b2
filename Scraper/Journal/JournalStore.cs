using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Scraper.Journal;

/// <summary>Opens the journal: a SQLite file in the data directory, or PostgreSQL when a connection string says so.</summary>
internal sealed class JournalStore
{
    private const string FileName = "scraper.db";

    private readonly DbContextOptions<PostgresJournalDb>? _postgres;
    private readonly DbContextOptions<SqliteJournalDb>? _sqlite;

    public JournalStore(IConfiguration configuration, DataDirectory directory)
    {
        var connection = configuration.GetConnectionString("Scraper") ?? "";
        if (JournalServer.Find(configuration) is { } server)
        {
            _postgres = new DbContextOptionsBuilder<PostgresJournalDb>().UseNpgsql(server).Options;
            return;
        }

        if (connection.Length > 0 && !connection.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
        {
            throw new OptionsValidationException("ConnectionStrings", typeof(string), [
                "ConnectionStrings:Scraper starts with neither \"Data Source=\" (SQLite) nor \"Host=\" (PostgreSQL). "
                + "Correct it, or leave it empty for a file in the data directory."]);
        }

        File = connection.Length > 0 ? null : Path.Combine(directory.Path, FileName);
        _sqlite = new DbContextOptionsBuilder<SqliteJournalDb>()
            .UseSqlite(File is null ? connection : $"Data Source={File}")
            .AddInterceptors(new SqlitePragmas())
            .Options;
    }

    /// <summary>The SQLite file in the data directory; null for a connection string.</summary>
    public string? File { get; }

    public JournalDb Open() => _postgres is null ? new SqliteJournalDb(_sqlite!) : new PostgresJournalDb(_postgres);
}
