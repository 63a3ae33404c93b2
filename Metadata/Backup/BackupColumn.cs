using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Metadata.Backup;

/// <summary>A column, and its values as either database writes them: numbers, texts, truth values, times and bytes.</summary>
/// <param name="Type">What a value is in the file.</param>
/// <param name="IsTicks">The database keeps the times as a number.</param>
internal sealed record BackupColumn(string Name, Type Type, bool IsNullable, bool IsTicks)
{
    public static BackupColumn Of(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        var isTime = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset);
        return new BackupColumn(
            property.GetColumnName(), isTime ? typeof(DateTimeOffset) : stored, property.IsNullable, isTime && stored == typeof(long));
    }

    /// <summary>Writes a value of a row to the file.</summary>
    public void Write(Utf8JsonWriter file, DbDataReader row, int place)
    {
        if (row.IsDBNull(place))
        {
            file.WriteNullValue();
        }
        else if (Type == typeof(string))
        {
            file.WriteStringValue(row.GetString(place));
        }
        else if (Type == typeof(int) || Type == typeof(long))
        {
            file.WriteNumberValue(row.GetInt64(place));
        }
        else if (Type == typeof(double))
        {
            file.WriteNumberValue(row.GetDouble(place));
        }
        else if (Type == typeof(bool))
        {
            file.WriteBooleanValue(row.GetBoolean(place));
        }
        else if (Type == typeof(DateTimeOffset))
        {
            file.WriteStringValue(IsTicks
                ? new DateTimeOffset(row.GetInt64(place), TimeSpan.Zero)
                : row.GetFieldValue<DateTimeOffset>(place));
        }
        else if (Type == typeof(byte[]))
        {
            file.WriteBase64StringValue(row.GetFieldValue<byte[]>(place));
        }
        else
        {
            throw new NotSupportedException($"The column {Name} holds {Type}, which a backup cannot hold yet.");
        }
    }

    /// <summary>A value of the file as this database takes it.</summary>
    /// <exception cref="JsonException">It is of another kind.</exception>
    public object? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                _ when Type == typeof(string) => value.GetString(),
                _ when Type == typeof(int) => value.GetInt32(),
                _ when Type == typeof(long) => value.GetInt64(),
                _ when Type == typeof(double) => value.GetDouble(),
                _ when Type == typeof(bool) => value.GetBoolean(),
                _ when Type == typeof(byte[]) => value.GetBytesFromBase64(),
                _ when IsTicks => value.GetDateTimeOffset().UtcTicks,
                _ => value.GetDateTimeOffset().ToUniversalTime(),
            };
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
        {
            throw new JsonException(
                string.Create(CultureInfo.InvariantCulture, $"the column {Name} must be {Type.Name}, found {value.ValueKind}"), wrong);
        }
    }

    /// <summary>What a row has of which an older file does not know the column.</summary>
    public object? Absent => IsNullable ? null
        : Type == typeof(string) ? ""
        : Type == typeof(byte[]) ? Array.Empty<byte>()
        : IsTicks ? 0L
        : Activator.CreateInstance(Type);
}
