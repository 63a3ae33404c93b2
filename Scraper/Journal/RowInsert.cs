using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Scraper.Journal;

/// <summary>Inserts many rows with one command: for the rows that every video brings, where tracking each would cost more
/// than the database does.</summary>
/// <param name="onConflict">What follows the values; empty where rows are new.</param>
internal sealed class RowInsert(string table, IReadOnlyList<string> columns, string onConflict = "")
{
    /// <summary>Rows of one command; SQLite takes 32,766 parameters, PostgreSQL twice as many.</summary>
    private const int MaxRows = 200;

    /// <summary>Writes within the context's transaction.</summary>
    public async Task WriteAsync(JournalDb db, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(MaxRows))
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            await using (command)
            {
                command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                command.CommandText = Text(chunk.Length);
                var isSqlite = db.Database.IsSqlite();
                for (var at = 0; at < chunk.Length * columns.Count; at++)
                {
                    Bind(command, at, chunk[at / columns.Count][at % columns.Count], isSqlite);
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static void Bind(DbCommand command, int at, object? value, bool isSqlite)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{at}");
        // As the model converts it: see UtcTicks.
        parameter.Value = value is DateTimeOffset moment && isSqlite ? moment.UtcTicks : value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    private string Text(int rows)
    {
        var text = new StringBuilder($"INSERT INTO \"{table}\" (\"{string.Join("\", \"", columns)}\") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Count; column++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(column == 0 ? "" : ", ")}@p{(row * columns.Count) + column}");
            }

            text.Append(')');
        }

        return text.Append(onConflict).ToString();
    }
}
