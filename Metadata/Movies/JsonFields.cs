using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Movies;

/// <summary>Reads an object of a request field by field, so that every wrong field is named, not just the first.
/// Absent, null and empty all read as null.</summary>
internal sealed class JsonFields(JsonElement item)
{
    private static readonly SortedDictionary<string, string> None = [];

    private SortedDictionary<string, string>? _problems;

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Problems => _problems ?? None;

    public bool IsObject => item.ValueKind == JsonValueKind.Object;

    public void Reject(string name, string problem) => (_problems ??= new(StringComparer.Ordinal)).TryAdd(name, problem);

    public string Required(string name, int maxLength)
    {
        var text = Text(name, maxLength);
        if (text is null)
        {
            Reject(name, "is required");
        }

        return text ?? "";
    }

    /// <param name="name">The field.</param>
    /// <param name="maxLength">In characters, after trimming.</param>
    /// <param name="lines">Keep line breaks.</param>
    public string? Text(string name, int maxLength, bool lines = false) =>
        Find(name) is { } value ? Clean(name, value, maxLength, lines) : null;

    public string? Address(string name)
    {
        var text = Text(name, MovieUpsert.MaxUrlLength);
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            return text;
        }

        Reject(name, $"must be an absolute http or https address, found {Show(text)}");
        return null;
    }

    public long? Whole(string name, long from, long to)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= from && number <= to)
        {
            return number;
        }

        Reject(name, $"must be a whole number from {from} to {to}, found {Show(value)}");
        return null;
    }

    public double? Number(string name, double from, double to)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= from && number <= to)
        {
            return number;
        }

        Reject(name, FormattableString.Invariant($"must be a number from {from} to {to}, found {Show(value)}"));
        return null;
    }

    public bool RequiredFlag(string name)
    {
        if (item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Reject(name, $"must be true or false, found {Show(value)}");
        return false;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time))
        {
            return StoredTime.Of(time);
        }

        Reject(name, $"must be a time such as 2024-05-01T12:00:00Z, found {Show(value)}");
        return null;
    }

    /// <summary>A list of names without blanks and repetitions.</summary>
    public IReadOnlyList<string>? Names(string name, int maxLength)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MovieUpsert.MaxNames)
        {
            Reject(name, $"must be a list of at most {MovieUpsert.MaxNames} names, found {Show(value)}");
            return null;
        }

        return [.. value.EnumerateArray().Select(one => Clean(name, one, maxLength, lines: false))
            .OfType<string>().DistinctBy(LetterCase.Lower, StringComparer.Ordinal)];
    }

    /// <summary>A list of 1 to <paramref name="max"/> whole numbers above zero, each once.</summary>
    public IReadOnlyList<int> RequiredIds(string name, int max)
    {
        static int Id(JsonElement one) => one.ValueKind == JsonValueKind.Number && one.TryGetInt32(out var id) ? id : 0;
        var value = Find(name) ?? default;
        var ids = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Id).ToHashSet() : [];
        if (ids.Count is 0 || ids.Count > max || ids.Any(id => id < 1))
        {
            Reject(name, $"must be a list of 1 to {max} whole numbers above zero, found {Show(value)}");
        }

        return [.. ids];
    }

    /// <summary>The fields of an object within this one; their problems are named "outer.inner".</summary>
    public T? Nested<T>(string name, Func<JsonFields, T> read)
        where T : class
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var fields = new JsonFields(value);
        if (!fields.IsObject)
        {
            Reject(name, $"must be an object, found {Show(value)}");
            return null;
        }

        var nested = read(fields);
        foreach (var (inner, problem) in fields.Problems)
        {
            Reject($"{name}.{inner}", problem);
        }

        return nested;
    }

    private JsonElement? Find(string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? Clean(string name, JsonElement value, int maxLength, bool lines)
    {
        if (JsonText.Read(value, lines) is not { } text)
        {
            Reject(name, $"must be text, found {Show(value)}");
            return null;
        }

        if (text.Length <= maxLength)
        {
            return text.Length == 0 ? null : text;
        }

        Reject(name, $"must have at most {maxLength} characters, found {text.Length}");
        return null;
    }

    private static string Show(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "nothing" : Show(value.GetRawText());

    private static string Show(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
