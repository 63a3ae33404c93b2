using System.Globalization;
using System.Text.Json;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>A way into JSON: $.data.films[*].poster.url, ['odd name'], [0]. A name that meets a list goes into each of
/// its items, because sites write one director as a text and two as a list.</summary>
internal sealed class JsonPath
{
    private readonly string _text;
    private readonly List<Step> _steps = [];

    private JsonPath(string text) => _text = text;

    /// <summary>Null when the text is no path.</summary>
    public static JsonPath? Parse(string text)
    {
        var path = new JsonPath(text);
        var rest = text.StartsWith('$') ? text[1..] : $".{text}";
        while (rest.Length > 0)
        {
            if (ReadStep(rest) is not var (step, length))
            {
                return null;
            }

            path._steps.Add(step);
            rest = rest[length..];
        }

        return path;
    }

    public IReadOnlyList<JsonElement> Find(JsonElement root)
    {
        IEnumerable<JsonElement> found = [root];
        foreach (var step in _steps)
        {
            found = found.SelectMany(step.From);
        }

        return [.. found];
    }

    /// <summary>What stands there as text; objects have none.</summary>
    public IReadOnlyList<string> Texts(JsonElement root) =>
        [.. Find(root).SelectMany(Flat).Select(AsText).OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text))];

    public override string ToString() => _text;

    private static (Step Step, int Length)? ReadStep(string rest)
    {
        if (rest[0] == '.')
        {
            var end = rest.AsSpan(1).IndexOfAny('.', '[') is var found and >= 0 ? found + 1 : rest.Length;
            return end == 1 ? null : (new Step(rest[1..end], Index: null), end);
        }

        var close = rest.IndexOf(']', StringComparison.Ordinal);
        if (rest[0] != '[' || close < 2)
        {
            return null;
        }

        var inner = rest[1..close];
        return inner == "*" ? (new Step(Name: null, Index: null), close + 1)
            : int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (new Step(Name: null, index), close + 1)
            : inner.Length > 2 && inner[0] is '\'' or '"' && inner[^1] == inner[0] ? (new Step(inner[1..^1], Index: null), close + 1)
            : null;
    }

    private static IEnumerable<JsonElement> Flat(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.AsText(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.Raw(),
        _ => null,
    };

    /// <param name="Name">Of a member; null for an item of a list.</param>
    /// <param name="Index">Of the item; null for all.</param>
    private sealed record Step(string? Name, int? Index)
    {
        public IEnumerable<JsonElement> From(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Array when Name is not null => value.EnumerateArray().SelectMany(From),
            JsonValueKind.Array when Index is { } index => index < value.GetArrayLength() ? [value[index]] : [],
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object when Name is not null && value.Field(Name) is { } member => [member],
            _ => [],
        };
    }
}
