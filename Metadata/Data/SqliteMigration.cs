using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Data;

/// <summary>Brings SQLite's file to this version's schema. It never changes the file in place, for SQLite rebuilds
/// tables in several transactions and a process killed between two of them would leave neither schema:
/// 1. waits for its turn;
/// 2. refuses a file that is not a sound catalogue of this or an older version;
/// 3. keeps a backup;
/// 4. migrates a copy;
/// 5. puts the copy in the file's place in one step.</summary>
internal sealed partial class SqliteMigration(
    DatabaseAddress address, DbContextOptions<SqliteMoviesDb> options, PendingMigrations migrations, SqliteBackups backups,
    ILogger<SqliteMigration> logger) : IMigration
{
    private const int MaxWaits = 6_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100);

    // A link stays one: what it leads to is replaced.
    private string Target => File.Exists(address.File)
        ? File.ResolveLinkTarget(address.File, returnFinalTarget: true)?.FullName ?? address.File
        : address.File;

    private string Copy => $"{Target}.migrating";

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(address.File))!);
        await using var turn = await TakeTurnAsync(cancellationToken);
        SqliteFile.Delete(Copy);
        if (SqliteSoundness.IsNew(address))
        {
            await MigrateCopyAsync(cancellationToken);
            File.Move(Copy, Target);
            return;
        }

        await using var original = Open(address.File);
        await SqliteSoundness.OpenAsync(original, address, cancellationToken);
        if (await migrations.ListAsync(original, cancellationToken) is [var first, ..])
        {
            await ReplaceAsync(original, first, cancellationToken);
        }
        else
        {
            await SqliteSoundness.CheckTablesAsync(original, address, cancellationToken);
            await migrations.ApplyAsync(original, [], cancellationToken);
        }
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var path = $"{address.File}.lock";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && attempt < MaxWaits)
            {
                if (attempt == 1)
                {
                    WaitsForMigration(path);
                }

                await Task.Delay(Wait, cancellationToken);
            }
        }
    }

    private async Task ReplaceAsync(MoviesDb original, string migration, CancellationToken cancellationToken)
    {
        await CloseToOthersAsync(original, cancellationToken);
        var backup = await backups.MakeAsync(original, migration, cancellationToken);
        try
        {
            File.Copy(backup, Copy);
            await MigrateCopyAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            SqliteFile.Delete(Copy);
            throw new UnusableCatalogueException(
                $"The catalogue in {address} could not be migrated ({failure.Message}). The file is as it was, and a copy "
                + $"of it lies in {backup}. Start the version that wrote it, and report this failure.", failure);
        }

        File.Move(Copy, Target, overwrite: true);
        backups.RemoveOld();
        Migrated($"{address}", backup);
    }

    // Leaving the write-ahead log needs the file alone, and with it no log of the old file stays behind for the new one.
    private async Task CloseToOthersAsync(MoviesDb original, CancellationToken cancellationToken)
    {
        try
        {
            await original.Database.ExecuteSqlRawAsync(
                "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;", cancellationToken);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            throw new UnusableCatalogueException(
                $"The catalogue in {address} must be migrated, but another process has it open. Stop that process.", failure);
        }
    }

    private async Task MigrateCopyAsync(CancellationToken cancellationToken)
    {
        await using (var copy = Open(Copy))
        {
            // EF Core's own lock is a row that stays behind when a migrating process is killed, and then blocks for ever.
            await copy.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
            await migrations.ApplyAsync(copy, await migrations.ListAsync(copy, cancellationToken), cancellationToken);
            await copy.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);
        }

        SqliteFile.Sync(Copy);
    }

    private SqliteMoviesDb Open(string file)
    {
        var connection = new SqliteConnectionStringBuilder(address.ConnectionString) { DataSource = file, Pooling = false };
        return new SqliteMoviesDb(
            new DbContextOptionsBuilder<SqliteMoviesDb>(options).UseSqlite(connection.ConnectionString).Options);
    }

    [LoggerMessage(LogLevel.Information, "Another process migrates the catalogue: waiting for {Lock}")]
    private partial void WaitsForMigration(string @lock);

    [LoggerMessage(LogLevel.Information, "{Catalogue} is migrated; as it was before, it lies in {Backup}")]
    private partial void Migrated(string catalogue, string backup);
}
