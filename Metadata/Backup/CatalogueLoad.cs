using System.Text.Json;
using Metadata.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Metadata.Backup;

/// <summary>Puts the rows of a backup in the place of the catalogue's, within the present transaction.</summary>
internal sealed class CatalogueLoad(MoviesDb db)
{
    private readonly IReadOnlyList<BackupTable> _tables = BackupTable.AllOf(db);

    /// <exception cref="BackupException">The rows are not what the header says.</exception>
    public async Task ReplaceAsync(BackupFile file, BackupHeader header, CancellationToken cancellationToken)
    {
        foreach (var table in _tables.Reverse())
        {
            await RunAsync($"DELETE FROM \"{table.Name}\"", cancellationToken);
        }

        try
        {
            var loaded = await LoadAsync(file, cancellationToken);
            if (header.Counts.FirstOrDefault(count => loaded.GetValueOrDefault(count.Key) != count.Value) is { Key: { } name } count)
            {
                throw new BackupException(
                    $"The backup has {loaded.GetValueOrDefault(name)} rows of {name}, its header says {count.Value}. Use another backup.");
            }
        }
        catch (JsonException broken)
        {
            throw new BackupException($"The backup cannot be read: {broken.Message}. Use another backup.", broken);
        }

        foreach (var table in _tables.Where(table => db is PostgresMoviesDb && table.Counter is not null))
        {
            // SQLite sees for itself which numbers are taken.
            var sequence = $"pg_get_serial_sequence('\"{table.Name}\"', '{table.Counter}')";
            await RunAsync(
                $"SELECT setval({sequence}, greatest(nextval({sequence}), (SELECT max(\"{table.Counter}\") FROM \"{table.Name}\")))",
                cancellationToken);
        }
    }

    private async Task<Dictionary<string, long>> LoadAsync(BackupFile file, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<string, long>(StringComparer.Ordinal);
        BackupSectionRows? rows = null;
        try
        {
            await foreach (var line in file.LinesAsync(cancellationToken))
            {
                if (line.StartsWith('['))
                {
                    await (rows ?? throw new JsonException("a row comes before its table")).AddAsync(line, cancellationToken);
                }
                else
                {
                    await CountAsync(rows, loaded, cancellationToken);
                    rows = await BeginAsync(line, cancellationToken);
                }
            }
        }
        finally
        {
            if (rows is not null)
            {
                await rows.DisposeAsync();
            }
        }

        return loaded;
    }

    private static async Task CountAsync(
        BackupSectionRows? rows, Dictionary<string, long> loaded, CancellationToken cancellationToken)
    {
        if (rows is not null)
        {
            loaded[rows.Table] = rows.Count;
            await rows.CompleteAsync(cancellationToken);
            await rows.DisposeAsync();
        }
    }

    // Null between the tables: header and footer.
    private async Task<BackupSectionRows?> BeginAsync(string line, CancellationToken cancellationToken)
    {
        var section = JsonSerializer.Deserialize(line, BackupJson.Default.BackupSection);
        if (section?.Table is null)
        {
            return null;
        }

        var table = _tables.SingleOrDefault(table => table.Name == section.Table)
            ?? throw new JsonException($"there is no table {section.Table}");
        var unknown = section.Columns.Except(table.Columns.Select(column => column.Name), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new JsonException($"the table {table.Name} has no {string.Join(", ", unknown)}");
        }

        RowLoader loader = db.Database.GetDbConnection() switch
        {
            NpgsqlConnection postgres => await PostgresRowLoader.BeginAsync(postgres, table, cancellationToken),
            var sqlite => new SqliteRowLoader((SqliteConnection)sqlite, table, db.Database.CurrentTransaction!),
        };
        return new BackupSectionRows(table, section, loader);
    }

    // Names come from the model, never from the file.
#pragma warning disable EF1002
    private Task<int> RunAsync(string sql, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
#pragma warning restore EF1002
}
