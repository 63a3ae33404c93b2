using System.Globalization;
using System.Text;
using Metadata.Ingesting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Scraper.Journal;

/// <summary>Inserts many rows with one command: for the rows that every video brings, where tracking each would cost more
/// than the database does.</summary>
/// <param name="onConflict">What follows the values; empty where rows are new.</param>
internal sealed class RowInsert(string table, IReadOnlyList<string> columns, string onConflict = "")
{
    /// <summary>Rows of one command for a server, which takes 65,535 parameters.</summary>
    private const int MaxRows = 200;

    /// <summary>Writes within the context's transaction.</summary>
    public async Task WriteAsync(JournalDb db, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is SqliteConnection file)
        {
            Write(file, rows);
            return;
        }

        foreach (var chunk in rows.Chunk(MaxRows))
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            await using (command)
            {
                command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                command.CommandText = Text(chunk.Length);
                for (var at = 0; at < chunk.Length * columns.Count; at++)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{at}");
                    parameter.Value = chunk[at / columns.Count][at % columns.Count] ?? DBNull.Value;
                    command.Parameters.Add(parameter);
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    /// <summary>There is no way to travel to SQLite: one row and a statement that is compiled once are quickest.</summary>
    private void Write(SqliteConnection file, IEnumerable<object?[]> rows)
    {
        SqliteStatement? insert = null;
        try
        {
            foreach (var row in rows)
            {
                insert ??= new SqliteStatement(file, Text(rows: 1));
                foreach (var value in row)
                {
                    Bind(insert, value);
                }

                insert.Run();
            }
        }
        finally
        {
            insert?.Dispose();
        }
    }

    private static void Bind(SqliteStatement insert, object? value)
    {
        switch (value)
        {
            case null or string:
                insert.Text((string?)value);
                break;
            case int or long:
                insert.Long(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case bool flag:
                insert.Flag(flag);
                break;
            case DateTimeOffset moment:
                insert.Time(moment);
                break;
            case byte[] bytes:
                insert.Blob(bytes);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} is to be inserted, which nothing binds to SQLite yet.");
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
