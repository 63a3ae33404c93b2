using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Metadata.Backup;

/// <summary>Adds many rows to a table by the way that is fastest for the database.</summary>
internal abstract class RowLoader : IAsyncDisposable
{
    /// <param name="values">In the order of the table's columns.</param>
    public abstract Task AddAsync(IReadOnlyList<object?> values, CancellationToken cancellationToken);

    /// <summary>After the last row.</summary>
    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

/// <summary>One prepared statement for all rows.</summary>
internal sealed class SqliteRowLoader : RowLoader
{
    private readonly SqliteCommand _insert;

    public SqliteRowLoader(SqliteConnection connection, BackupTable table, IDbContextTransaction transaction)
    {
        _insert = connection.CreateCommand();
        _insert.Transaction = (SqliteTransaction)transaction.GetDbTransaction();
        _insert.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", table.Columns.Select((_, place) => $"$v{place}"))})";
        for (var place = 0; place < table.Columns.Count; place++)
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = $"$v{place}" });
        }
    }

    public override Task AddAsync(IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        for (var place = 0; place < values.Count; place++)
        {
            _insert.Parameters[place].Value = values[place] ?? DBNull.Value;
        }

        return _insert.ExecuteNonQueryAsync(cancellationToken);
    }

    public override Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => _insert.DisposeAsync();
}

/// <summary>PostgreSQL's COPY.</summary>
internal sealed class PostgresRowLoader : RowLoader
{
    private readonly NpgsqlBinaryImporter _copy;
    private readonly NpgsqlDbType[] _types;

    private PostgresRowLoader(NpgsqlBinaryImporter copy, BackupTable table)
    {
        _copy = copy;
        _types = [.. table.Columns.Select(column => TypeOf(column.Type))];
    }

    public static async Task<PostgresRowLoader> BeginAsync(
        NpgsqlConnection connection, BackupTable table, CancellationToken cancellationToken) => new(
            await connection.BeginBinaryImportAsync(
                $"COPY \"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT BINARY)",
                cancellationToken),
            table);

    public override async Task AddAsync(IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        await _copy.StartRowAsync(cancellationToken);
        for (var place = 0; place < values.Count; place++)
        {
            if (values[place] is { } value)
            {
                await _copy.WriteAsync(value, _types[place], cancellationToken);
            }
            else
            {
                await _copy.WriteNullAsync(cancellationToken);
            }
        }
    }

    public override async Task CompleteAsync(CancellationToken cancellationToken) => await _copy.CompleteAsync(cancellationToken);

    public override ValueTask DisposeAsync() => _copy.DisposeAsync();

    private static NpgsqlDbType TypeOf(Type type) => type switch
    {
        _ when type == typeof(int) => NpgsqlDbType.Integer,
        _ when type == typeof(long) => NpgsqlDbType.Bigint,
        _ when type == typeof(double) => NpgsqlDbType.Double,
        _ when type == typeof(bool) => NpgsqlDbType.Boolean,
        _ when type == typeof(byte[]) => NpgsqlDbType.Bytea,
        _ when type == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Text,
    };
}
