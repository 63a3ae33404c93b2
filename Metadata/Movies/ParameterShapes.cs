using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using static Metadata.Movies.QueryParameters;

namespace Metadata.Movies;

/// <summary>The kinds of values that parameters take.</summary>
internal static class ParameterShapes
{
    private const int MaxValues = 50;
    private const int MaxNameLength = 200;
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static QueryParameter<T> Whole<T>(
        string name, string description, int from, int to, Func<T, int?> get, Func<T, int, T> set, int? byDefault = null) => new()
        {
            Name = name,
            Description = description,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = Invariant(from),
                Maximum = Invariant(to),
                Default = byDefault is { } value ? JsonValue.Create(value) : null,
            },
            Read = (query, values) =>
                int.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= from && number <= to
                    ? (set(query, number), null)
                    : (query, $"must be a whole number from {from} to {to}, found {Quote(values[0])}"),
            KeyPart = query => get(query) is { } number && number != byDefault ? Invariant(number) : null,
        };

    public static QueryParameter<T> Number<T>(
        string name, string description, double from, double to, Func<T, double?> get, Func<T, double, T> set) => new()
        {
            Name = name,
            Description = description,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Number,
                Format = "double",
                Minimum = Invariant(from),
                Maximum = Invariant(to),
            },
            Read = (query, values) =>
                double.TryParse(values[0], Decimal, CultureInfo.InvariantCulture, out var number)
                && number >= from && number <= to
                    ? (set(query, number), null)
                    : (query, $"must be a number from {Invariant(from)} to {Invariant(to)}, found {Quote(values[0])}"),
            KeyPart = query => get(query) is { } number ? Invariant(number) : null,
        };

    public static QueryParameter<T> Flag<T>(string name, string description, Func<T, bool> get, Func<T, bool, T> set) => new()
    {
        Name = name,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) },
        Read = (query, values) => bool.TryParse(values[0], out var flag)
            ? (set(query, flag), null)
            : (query, $"must be true or false, found {Quote(values[0])}"),
        KeyPart = query => get(query) ? "true" : null,
    };

    public static QueryParameter<T> Text<T>(
        string name, string description, int maxLength, Func<T, string?> get, Func<T, string, T> set) => new()
        {
            Name = name,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength },
            Read = (query, values) => values[0].Length <= maxLength
                ? (set(query, values[0]), null)
                : (query, $"must have at most {maxLength} characters, found {values[0].Length}"),
            KeyPart = query => get(query) is { } text ? Uri.EscapeDataString(text) : null,
        };

    public static QueryParameter<T> Choice<T>(
        string name, string description, IReadOnlyList<string> choices, Func<T, string?> get, Func<T, string, T> set) => new()
        {
            Name = name,
            Description = description,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. choices.Select(choice => JsonValue.Create(choice))],
            },
            Read = (query, values) => choices.Contains(values[0], StringComparer.Ordinal)
                ? (set(query, values[0]), null)
                : (query, $"must be one of {string.Join(", ", choices)}, found {Quote(values[0])}"),
            KeyPart = get,
        };

    /// <summary>A moment; without a zone it is UTC.</summary>
    public static QueryParameter<T> Time<T>(
        string name, string description, Func<T, DateTimeOffset?> get, Func<T, DateTimeOffset, T> set) => new()
        {
            Name = name,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            Read = (query, values) => DateTimeOffset.TryParse(
                values[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    ? (set(query, time.ToUniversalTime()), null)
                    : (query, $"must be a time such as 2024-05-01T12:00:00Z, found {Quote(values[0])}"),
            KeyPart = query => get(query)?.ToString("O", CultureInfo.InvariantCulture),
        };

    /// <summary>Names given by repeating the parameter.</summary>
    public static QueryParameter<T> Names<T>(
        string name, string description, Func<T, IReadOnlyList<string>> get, Func<T, IReadOnlyList<string>, T> set) => new()
        {
            Name = name,
            Description = description,
            Repeats = true,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                MaxItems = MaxValues,
                Items = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = MaxNameLength },
            },
            Read = (query, values) => values.Count > MaxValues || values.Any(value => value.Length > MaxNameLength)
                ? (query, $"must be given at most {MaxValues} times with at most {MaxNameLength} characters each")
                : (set(query, values), null),
            KeyPart = query => get(query) is { Count: > 0 } names ? string.Join(',', names.Select(Uri.EscapeDataString)) : null,
        };

    /// <summary>Whole numbers above zero, separated by commas.</summary>
    public static QueryParameter<T> Numbers<T>(
        string name, string description, int maxCount, Func<T, IReadOnlyList<int>> get, Func<T, IReadOnlyList<int>, T> set) => new()
        {
            Name = name,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^\d+(,\d+)*$" },
            Read = (query, values) =>
            {
                var parts = values[0].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var numbers = parts.Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
                return numbers.Count is 0 || numbers.Count > maxCount || numbers.Exists(number => number < 1)
                    ? (query, $"must be 1 to {maxCount} whole numbers above zero, separated by commas, found {Quote(values[0])}")
                    : (set(query, [.. numbers.Distinct().Order()]), null);
            },
            KeyPart = query => get(query) is { Count: > 0 } numbers ? string.Join(',', numbers) : null,
        };
}
