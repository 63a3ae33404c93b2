namespace Metadata.Ingesting;

/// <summary>The fields of a film or an upload, to tell later which have changed.</summary>
internal sealed class FieldTable<T>(params (string Name, Func<T, object?> Value)[] fields)
{
    public object?[] Read(T row) => Array.ConvertAll(fields, field => field.Value(row));

    public bool Differs(object?[] before, T row)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (!IsSame(before[index], fields[index].Value(row)))
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<(string Name, object? Old, object? New)> Changes(object?[] before, T row) => fields
        .Select((field, index) => (field.Name, Old: before[index], New: field.Value(row)))
        .Where(field => !IsSame(field.Old, field.New));

    /// <summary>A field's value; null where there is no such field, too.</summary>
    public object? Value(string name, T row) => Array.Find(fields, field => field.Name == name).Value?.Invoke(row);

    private static bool IsSame(object? one, object? other) => one is List<string> names && other is List<string> others
        ? names.SequenceEqual(others, StringComparer.Ordinal)
        : Equals(one, other);
}
