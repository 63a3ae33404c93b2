using Npgsql;
using NpgsqlTypes;

namespace Metadata.Ingesting;

/// <summary>Writes rows of a binary COPY.</summary>
internal sealed class PostgresCopyRow(NpgsqlBinaryImporter importer) : RowWriter
{
    public override void Int(int? value) => Write(value, NpgsqlDbType.Integer);

    public override void Long(long? value) => Write(value, NpgsqlDbType.Bigint);

    public override void Real(double? value) => Write(value, NpgsqlDbType.Double);

    public override void Flag(bool value) => importer.Write(value, NpgsqlDbType.Boolean);

    public override void Time(DateTimeOffset? value) => Write(value, NpgsqlDbType.TimestampTz);

    public override void Text(string? value)
    {
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(value, NpgsqlDbType.Text);
        }
    }

    private void Write<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } known)
        {
            importer.Write(known, type);
        }
        else
        {
            importer.WriteNull();
        }
    }
}

/// <summary>Gives a command its parameters by position.</summary>
internal sealed class PostgresParameters(NpgsqlParameterCollection parameters) : RowWriter
{
    public override void Int(int? value) => Add(value, NpgsqlDbType.Integer);

    public override void Long(long? value) => Add(value, NpgsqlDbType.Bigint);

    public override void Real(double? value) => Add(value, NpgsqlDbType.Double);

    public override void Flag(bool value) => Add(value, NpgsqlDbType.Boolean);

    public override void Time(DateTimeOffset? value) => Add(value, NpgsqlDbType.TimestampTz);

    public override void Text(string? value) => Add(value, NpgsqlDbType.Text);

    private void Add(object? value, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
}

/// <summary>The present row of a reader.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : RowReader
{
    private int _column = -1;

    public PostgresRow Start()
    {
        _column = -1;
        return this;
    }

    public override int? IntOrNull() => IsNull() ? null : reader.GetInt32(_column);

    public override long Long() => reader.GetInt64(++_column);

    public override double? RealOrNull() => IsNull() ? null : reader.GetDouble(_column);

    public override bool Flag() => reader.GetBoolean(++_column);

    public override string? TextOrNull() => IsNull() ? null : reader.GetString(_column);

    public override DateTimeOffset? TimeOrNull() => IsNull() ? null : reader.GetFieldValue<DateTimeOffset>(_column);

    private bool IsNull() => reader.IsDBNull(++_column);
}
