using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Metadata.Data;

// Only dotnet ef makes these; it never opens the databases they name.
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteMoviesDb>
{
    public SqliteMoviesDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteMoviesDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresMoviesDb>
{
    public PostgresMoviesDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresMoviesDb>().UseNpgsql("Host=localhost").Options);
}
