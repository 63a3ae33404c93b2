using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Scraper.Sources;

/// <summary>Reads the fields of somebody else's JSON as they drift: a number that comes as a string, a switch that comes
/// as 0 or 1, a field that comes as null or not at all. What cannot be read is null.</summary>
internal static class JsonReading
{
    /// <summary>The field of an object; null when it is missing, null, or this is no object.</summary>
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>Text that says something, trimmed; null for anything else.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Field(name) is { } value && value.AsText() is { } text && text.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : null;

    /// <summary>The string of a value. Null also for text that is no text: bytes that are not UTF-8, half characters.</summary>
    public static string? AsText(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            // No database keeps the character NUL in text.
            return value.GetString()!.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static long? Number(this JsonElement element, string name) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.Number } value => AsWhole(value),
        { ValueKind: JsonValueKind.String } value => AsWhole(value.AsText()),
        _ => null,
    };

    /// <summary>A number with a fraction, also one written as text.</summary>
    public static double? Real(this JsonElement element, string name) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var real) => real,
        { ValueKind: JsonValueKind.String } value when double.TryParse(
            value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) => real,
        _ => null,
    };

    public static int? SmallNumber(this JsonElement element, string name, int least, int most) =>
        element.Number(name) is { } number && number >= least && number <= most ? (int)number : null;

    /// <summary>True for true, 1 and "true" in any case; a missing switch is off.</summary>
    public static bool Switch(this JsonElement element, string name) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.Number } value => AsWhole(value) is not (null or 0),
        { ValueKind: JsonValueKind.String } value =>
            value.AsText()?.Trim().ToUpperInvariant() is "TRUE" or "1" or "YES",
        _ => false,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A field that holds one text or several, as several.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement element, string name)
    {
        var values = element.Field(name) switch
        {
            { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(AsText),
            { } single => [single.AsText()],
            _ => [],
        };
        return [.. values.Select(text => text?.Trim()).OfType<string>().Where(text => text.Length > 0)];
    }

    /// <summary>The value as it was received, whatever it is.</summary>
    public static string Raw(this JsonElement element) =>
        Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)).Replace("\0", "", StringComparison.Ordinal);

    /// <summary>What stands in a field, for a message.</summary>
    public static string Describe(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return "missing";
        }

        var raw = value.Raw();
        return raw.Length <= 100 ? raw : raw[..100] + "…";
    }

    private static long? AsWhole(JsonElement number) =>
        number.TryGetInt64(out var whole) ? whole
        : number.TryGetDouble(out var real) && Math.Abs(real) < long.MaxValue / 2 ? (long)Math.Round(real)
        : null;

    private static long? AsWhole(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
        && Math.Abs(real) < long.MaxValue / 2
            ? long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)
                ? whole
                : (long)Math.Round(real)
            : null;
}
