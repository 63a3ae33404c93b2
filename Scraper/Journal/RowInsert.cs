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
    /// <summary>Rows of one command for a server, which takes 65,535 parameters. SQLite, to which there is no way to travel,
    /// is quickest with one row and one statement that is compiled once.</summary>
    private const int MaxRows = 200;

    /// <summary>Writes within the context's transaction.</summary>
    public async Task WriteAsync(JournalDb db, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var isSqlite = db.Database.IsSqlite();
        DbCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(isSqlite ? 1 : MaxRows))
            {
                if (command is null || command.Parameters.Count != chunk.Length * columns.Count)
                {
                    await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                    command = Command(db, chunk.Length);
                }

                Bind(command, chunk, isSqlite);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private DbCommand Command(JournalDb db, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Text(rows);
        for (var at = 0; at < rows * columns.Count; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{at}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private void Bind(DbCommand command, object?[][] rows, bool isSqlite)
    {
        for (var at = 0; at < rows.Length * columns.Count; at++)
        {
            var value = rows[at / columns.Count][at % columns.Count];
            // As the model converts it: see UtcTicks.
            command.Parameters[at].Value = value is DateTimeOffset moment && isSqlite ? moment.UtcTicks : value ?? DBNull.Value;
        }
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
