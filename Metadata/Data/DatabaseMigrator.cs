using System.Data.Common;
using Metadata.Ingesting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Metadata.Data;

/// <summary>Brings the database to this version's schema before the service answers.</summary>
internal sealed class DatabaseMigrator(DatabaseAddress address, IServiceScopeFactory scopes)
{
    private const long MigrationLock = 0x6F63_6D69_6772_6174;

    /// <exception cref="InvalidOperationException">The database cannot be opened, or a newer version has written it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
        try
        {
            if (address.IsPostgres)
            {
                await MigratePostgresAsync(db, cancellationToken);
            }
            else
            {
                await MigrateSqliteAsync(db, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The catalogue in {address} cannot be opened or migrated ({failure.Message}). Check "
                + $"{DatabaseAddress.Key}, that the server runs and that this user may write there.", failure);
        }
    }

    private async Task MigratePostgresAsync(MoviesDb db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        // The lock belongs to the session, so it goes with the connection if this process is killed.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        try
        {
            await MigratePendingAsync(db, cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task MigrateSqliteAsync(MoviesDb db, CancellationToken cancellationToken)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(address.File));
        Directory.CreateDirectory(directory!);
        await using var turn = await TakeTurnAsync($"{address.File}.lock", cancellationToken);
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);
        // EF Core's own lock is a row that stays behind when a migrating process is killed, and then blocks for ever.
        await db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        await MigratePendingAsync(db, cancellationToken);
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private async Task MigratePendingAsync(MoviesDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Except(known, StringComparer.Ordinal).ToList() is { Count: > 0 } newer)
        {
            throw new InvalidOperationException(
                $"The catalogue in {address} was written by a newer version of OnlineCinema (its schema has "
                + $"{string.Join(", ", newer)}; this version ends with {known[^1]}). Start the newer version, or restore "
                + "a backup made before the upgrade.");
        }

        await db.Database.MigrateAsync(cancellationToken);
        await MatchKeyTable.FillAsync(db, cancellationToken);
    }
}
