using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Scraper.Journal;

/// <summary>How dotnet ef makes the SQLite journal.</summary>
internal sealed class SqliteJournalDesign : IDesignTimeDbContextFactory<SqliteJournalDb>
{
    public SqliteJournalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteJournalDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>How dotnet ef makes the PostgreSQL journal.</summary>
internal sealed class PostgresJournalDesign : IDesignTimeDbContextFactory<PostgresJournalDb>
{
    public PostgresJournalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresJournalDb>().UseNpgsql("Host=localhost").Options);
}
