using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Metadata.Data;

/// <summary>Brings PostgreSQL's database to this version's schema. The server makes each migration one transaction.</summary>
internal sealed class PostgresMigration(IServiceScopeFactory scopes, PendingMigrations migrations) : IMigration
{
    private const long MigrationLock = 0x6F63_6D69_6772_6174;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PostgresMoviesDb>();
        await CreateAsync(db, cancellationToken);

        // The lock belongs to the session, so it goes with the connection if this process is killed.
        await db.Database.OpenConnectionAsync(cancellationToken);
        db.Database.SetCommandTimeout(PendingMigrations.NoLimit);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        try
        {
            await migrations.ApplyAsync(db, await migrations.ListAsync(db, cancellationToken), cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task CreateAsync(MoviesDb db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException failure) when (
            failure.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica that starts beside this one was first.
        }
    }
}
