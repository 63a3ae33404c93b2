using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Data;

/// <summary>Tells a catalogue from a file that is damaged or another program's. Only where no file is does a new catalogue
/// begin: migration puts whole files there, so an empty one is a loss, not a beginning.</summary>
internal static class SqliteSoundness
{
    /// <exception cref="UnusableCatalogueException">The file is missing, but what SQLite keeps beside it is not.</exception>
    public static bool IsNew(DatabaseAddress address)
    {
        if (File.Exists(address.File))
        {
            return false;
        }

        var log = $"{address.File}-wal";
        return File.Exists(log) && new FileInfo(log).Length > 0
            ? throw Refusal(address, $"the file is missing while {log} holds writes to it")
            : true;
    }

    /// <summary>Opens the file and looks into it.</summary>
    /// <exception cref="UnusableCatalogueException">The file is no sound catalogue.</exception>
    public static async Task OpenAsync(MoviesDb db, DatabaseAddress address, CancellationToken cancellationToken)
    {
        if (new FileInfo(address.File).Length == 0)
        {
            throw Refusal(address, "the file is empty");
        }

        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await CheckAsync(db, address, cancellationToken);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw Refusal(address, failure.Message, failure);
        }
    }

    /// <summary>Damage can also rename a column: then the file is sound to SQLite, but it is not ours.</summary>
    /// <exception cref="UnusableCatalogueException">A table or column of this version's schema is missing.</exception>
    public static async Task CheckTablesAsync(MoviesDb db, DatabaseAddress address, CancellationToken cancellationToken)
    {
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            // With the table's name before it, for SQLite takes an unknown name in quotes alone for text.
            var columns = string.Join(", ", table.Columns.Select(column => $"\"{table.Name}\".\"{column.Name}\""));
            var probe = $"SELECT {columns} FROM \"{table.Name}\" LIMIT 0";
            try
            {
                await db.Database.ExecuteSqlRawAsync(probe, cancellationToken);
            }
            catch (SqliteException failure)
            {
                throw Refusal(address, failure.Message, failure);
            }
        }
    }

    private static async Task CheckAsync(MoviesDb db, DatabaseAddress address, CancellationToken cancellationToken)
    {
        // Less than a second for each gigabyte, and the films are all read at the start anyway.
        var found = await db.Database.SqlQuery<string>($"SELECT quick_check AS Value FROM pragma_quick_check(1)")
            .SingleAsync(cancellationToken);
        if (found != "ok")
        {
            throw Refusal(address, found);
        }

        if (!(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            throw Refusal(address, "it has no list of migrations, so it is not a catalogue or the list is lost");
        }

        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);
    }

    private static UnusableCatalogueException Refusal(DatabaseAddress address, string found, Exception? cause = null) => new(
        $"The catalogue in {address} is damaged or not a catalogue: {found}. It was left as it is. Restore a backup over it "
        + $"(those made before migrations lie beside it), or move it and what SQLite keeps beside it away to begin a new "
        + $"catalogue, or correct {DatabaseAddress.Key}.", cause);
}
