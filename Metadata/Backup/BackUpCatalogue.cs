using System.Data.Common;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Metadata.Backup;

internal static class BackUpCatalogue
{
    /// <summary>The whole catalogue as of one moment, with journal and exclusions, in a file that SQLite and PostgreSQL
    /// restore alike. Writers do not wait for it.</summary>
    internal static async Task Handle(HttpResponse response, MoviesDb db, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        var state = await db.State.AsNoTracking().SingleAsync(cancellationToken);
        var tables = BackupTable.AllOf(db);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var count = Command(db, $"SELECT count(*) FROM \"{table.Name}\"");
            counts.Add(table.Name, (long)(await count.ExecuteScalarAsync(cancellationToken))!);
        }

        response.ContentType = BackupFormat.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"catalogue-{state.Revision}.ndjson.gz\"";
        await using var file = new BackupWriter(response.Body);
        await file.WriteAsync(
            new BackupHeader(BackupFormat.Name, db.Database.GetMigrations().Count(), state.Revision, counts),
            BackupJson.Default.BackupHeader, cancellationToken);
        foreach (var table in tables)
        {
            await WriteAsync(db, table, file, cancellationToken);
        }

        await file.CompleteAsync(cancellationToken);
    }

    private static async Task WriteAsync(
        MoviesDb db, BackupTable table, BackupWriter file, CancellationToken cancellationToken)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        await file.WriteAsync(new BackupSection(table.Name, names), BackupJson.Default.BackupSection, cancellationToken);
        await using var select = Command(
            db, $"SELECT {Quoted(names)} FROM \"{table.Name}\" ORDER BY {Quoted(table.Key)}");
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            await file.WriteAsync(
                json =>
                {
                    json.WriteStartArray();
                    for (var place = 0; place < table.Columns.Count; place++)
                    {
                        table.Columns[place].Write(json, rows, place);
                    }

                    json.WriteEndArray();
                },
                cancellationToken);
        }
    }

    // Names come from the model, never from a request.
    private static DbCommand Command(MoviesDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));
}
