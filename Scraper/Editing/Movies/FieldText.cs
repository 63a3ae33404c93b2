using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scraper.Editing.Movies;

/// <summary>Values of fields as text: on the command line, in a table, in a cell. What is written reads back the same.</summary>
internal static class FieldText
{
    /// <summary>The value that a text stands for; null = unknown.</summary>
    /// <exception cref="FormatException">The field cannot have it; the message names field and value.</exception>
    public static JsonNode? Read(EditableField field, string text)
    {
        var value = text.Length == 0 ? null : field.Shape switch
        {
            FieldShape.Text => JsonValue.Create(text),
            FieldShape.Whole => Whole(field.Name, text),
            FieldShape.Fraction => Fraction(field.Name, text),
            FieldShape.Names => Names(text),
            _ => Flag(field.Name, text),
        };
        return value is null && field.IsRequired
            ? throw new FormatException($"{field.Name} is empty, but a film cannot be without it")
            : value;
    }

    /// <summary>The value that JSON holds, in the form in which a text gives it.</summary>
    /// <exception cref="FormatException">The field cannot have it; the message names field and value.</exception>
    public static JsonNode? Read(EditableField field, JsonElement json) => (field.Shape, json.ValueKind) switch
    {
        (_, JsonValueKind.Null) => Read(field, ""),
        (FieldShape.Text, JsonValueKind.String) => Read(field, json.GetString()!),
        (FieldShape.Whole, JsonValueKind.Number) when json.TryGetInt32(out var whole) => whole,
        (FieldShape.Fraction, JsonValueKind.Number) => json.GetDouble(),
        (FieldShape.Flag, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
        (FieldShape.Names, JsonValueKind.Array) when json.EnumerateArray().All(IsText) => json.GetArrayLength() == 0
            ? null
            : new JsonArray([.. json.EnumerateArray().Select(name => (JsonNode)name.GetString()!)]),
        _ => throw Wrong(field.Name, json.GetRawText(), Wanted(field.Shape)),
    };

    /// <summary>A value as text that <see cref="Read(EditableField, string)"/> reads back.</summary>
    public static string Write(JsonNode? value) => value switch
    {
        null => "",
        JsonArray names => NameList.Join(names.Select(name => name!.GetValue<string>())),
        JsonValue text when text.TryGetValue<string>(out var letters) => letters,
        _ => value.ToJsonString(),
    };

    /// <summary>A value on one line of a table.</summary>
    public static string Show(JsonElement? value, int maxLength)
    {
        var text = value switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
            { ValueKind: JsonValueKind.String } letters => letters.GetString()!,
            { ValueKind: JsonValueKind.Array } names => string.Join("; ", names.EnumerateArray().Select(name => Show(name, maxLength))),
            { } other => other.GetRawText(),
        };
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= maxLength ? line : $"{line[..(maxLength - 1)]}…";
    }

    private static bool IsText(JsonElement json) => json.ValueKind == JsonValueKind.String;

    private static JsonNode Whole(string field, string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong(field, text, Wanted(FieldShape.Whole));

    private static JsonNode Fraction(string field, string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number : throw Wrong(field, text, Wanted(FieldShape.Fraction));

    private static JsonArray? Names(string text) => NameList.Split(text) is { Count: > 0 } names
        ? [.. names.Select(name => JsonValue.Create(name))]
        : null;

    // Spreadsheets write these words in the language of their user.
    private static JsonNode Flag(string field, string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "ИСТИНА" => true,
        "FALSE" or "ЛОЖЬ" => false,
        _ => throw Wrong(field, text, Wanted(FieldShape.Flag)),
    };

    private static string Wanted(FieldShape shape) => shape switch
    {
        FieldShape.Text => "a text",
        FieldShape.Whole => "a whole number",
        FieldShape.Fraction => "a number",
        FieldShape.Names => "a list of names",
        _ => "true or false",
    };

    private static FormatException Wrong(string field, string value, string wanted) =>
        new($"{field} is \"{(value.Length > 100 ? value[..100] + "…" : value)}\", it must be {wanted}");
}
