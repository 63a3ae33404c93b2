using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>Spoils JSON that stays JSON, but for what no writer would write.</summary>
internal static class MutatedJson
{
    // Values as they stand in the text: some of them no program may read.
    private static readonly string[] Tokens =
    [
        "null", "0", "1", "-1", "-0.0", "[]", "{}", "true", "false", "1e308", "-1e400", "NaN", "-Infinity", "0.5", "1e-400",
        "-9223372036854775809", "99999999999999999999", "\"\\u0000\"", "\"\\ud800\"", "\"\\udfff x\"", "\"\\u202e\\u200b\"", "[null]",
        "[[[[1]]]]", "{\"id\":{}}", "[\"a\",1,null,{}]", new string('9', 5_000), new string('[', 100) + new string(']', 100),
        "[" + string.Join(',', Enumerable.Repeat("1", 5_000)) + "]",
    ];

    // Letters stay letters: what is long stays as long as it is.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string json, Random random)
    {
        var root = JsonNode.Parse(json)!;
        var nodes = Descendants(root).Where(node => node.Parent is not null).ToList();
        var victim = nodes[random.Next(nodes.Count)];
        const string Mark = "@here@";
        switch (random.Next(8), victim.Parent)
        {
            case (0, JsonObject fields):
                fields.Remove(victim.GetPropertyName());
                break;
            case (0, JsonArray items):
                items.Remove(victim);
                break;
            case (1, JsonObject fields):
                var name = victim.GetPropertyName();
                fields[Mark] = victim.DeepClone();
                return root.ToJsonString(Plain).Replace($"\"{Mark}\"", $"\"{name}\"", StringComparison.Ordinal);
            case (1, JsonArray items):
                items.Add(victim.DeepClone());
                break;
            case (2 or 3 or 4, _):
                victim.ReplaceWith(JsonValue.Create(Mark));
                return root.ToJsonString(Plain).Replace($"\"{Mark}\"", Quoted(HostileValues.Pick(random)), StringComparison.Ordinal);
            default:
                victim.ReplaceWith(JsonValue.Create(Mark));
                return root.ToJsonString(Plain).Replace($"\"{Mark}\"", Tokens[random.Next(Tokens.Length)], StringComparison.Ordinal);
        }

        return root.ToJsonString(Plain);
    }

    // Half a character stays half of one, which a serializer would mend.
    private static string Quoted(string text) => text.Any(char.IsSurrogate)
        ? $"\"{string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"))}\""
        : JsonSerializer.Serialize(text, Plain);

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Value is null ? [] : Descendants(field.Value)).Prepend(node),
        JsonArray items => items.SelectMany(item => item is null ? [] : Descendants(item)).Prepend(node),
        _ => [node],
    };
}
