using System.Text;
using SQLitePCL;

namespace Metadata.Ingesting;

/// <summary>The present row of a <see cref="SqliteStatement"/>.</summary>
internal sealed class SqliteRow(sqlite3_stmt statement) : RowReader
{
    private int _column = -1;

    public void Start() => _column = -1;

    public override int? IntOrNull() => IsNull() ? null : raw.sqlite3_column_int(statement, _column);

    public override long Long() => raw.sqlite3_column_int64(statement, ++_column);

    public override double? RealOrNull() => IsNull() ? null : raw.sqlite3_column_double(statement, _column);

    public override bool Flag() => Long() != 0;

    public override DateTimeOffset? TimeOrNull() =>
        IsNull() ? null : new DateTimeOffset(raw.sqlite3_column_int64(statement, _column), TimeSpan.Zero);

    public override string? TextOrNull() => IsNull() ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, _column));

    private bool IsNull() => raw.sqlite3_column_type(statement, ++_column) == raw.SQLITE_NULL;
}
