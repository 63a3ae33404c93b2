using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Metadata.Ingesting;

/// <summary>A prepared statement of SQLite, bound by position. Microsoft.Data.Sqlite looks every parameter up by its name
/// at every execution, which takes longer than the insert itself.</summary>
internal sealed class SqliteStatement : RowWriter, IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[1_024];
    private int _parameter;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = HandleOf(connection)
            ?? throw new InvalidOperationException("The connection to SQLite is closed; a batch is written within an open transaction.");
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
        Row = new SqliteRow(_statement);
    }

    /// <summary>The row that <see cref="Read"/> stands on.</summary>
    public SqliteRow Row { get; }

    public override void Int(int? value) => Long(value);

    public override void Long(long? value) => Check(value is { } number
        ? raw.sqlite3_bind_int64(_statement, ++_parameter, number)
        : raw.sqlite3_bind_null(_statement, ++_parameter));

    public override void Real(double? value) => Check(value is { } number
        ? raw.sqlite3_bind_double(_statement, ++_parameter, number)
        : raw.sqlite3_bind_null(_statement, ++_parameter));

    public override void Flag(bool value) => Long(value ? 1 : 0);

    public override void Time(DateTimeOffset? value) => Long(value?.UtcTicks);

    public override void Text(string? value)
    {
        _parameter++;
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, _parameter));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _utf8.Length)
        {
            _utf8 = new byte[most];
        }

        // An empty span would be bound as NULL.
        Check(value.Length == 0
            ? raw.sqlite3_bind_text(_statement, _parameter, "")
            : raw.sqlite3_bind_text(_statement, _parameter, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, _utf8))));
    }

    public void Blob(byte[] value) => Check(raw.sqlite3_bind_blob(_statement, ++_parameter, value));

    /// <summary>Runs it for the values bound, and makes it ready for the next ones.</summary>
    public void Run()
    {
        Read();
        Reset();
    }

    /// <summary>Steps to the next row; false when there is none, and then it is ready for the next values.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            Row.Start();
            return true;
        }

        Reset();
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    public void Dispose() => _statement.Dispose();

    private void Reset()
    {
        // What it answers is the failure of the step, which is thrown already.
        _ = raw.sqlite3_reset(_statement);
        _parameter = 0;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(
                $"SQLite Error {result}: '{raw.sqlite3_errmsg(_connection).utf8_to_string()}'.", result & 0xFF,
                raw.sqlite3_extended_errcode(_connection));
        }
    }

    // The compiler refuses the property, because Microsoft.Data.Sqlite was built against a newer SQLitePCLRaw than restores.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Handle")]
    private static extern sqlite3? HandleOf(SqliteConnection connection);
}
