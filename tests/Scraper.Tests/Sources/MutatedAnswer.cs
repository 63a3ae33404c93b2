using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Scraper.Tests.Sources;

/// <summary>Spoils an answer the way drift, faults and malice do. The same seed spoils the same way.</summary>
internal sealed class MutatedAnswer(int seed)
{
    private static readonly string[] Values =
    [
        "null", "0", "1", "-1", "\"\"", "\" \"", "[]", "{}", "true", "\"true\"", "1e308", "-9223372036854775809",
        "99999999999999999999", "0.5", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\\u200b\"", "[null]", "[[[[1]]]]", "{\"id\":{}}",
        "\"http://127.0.0.1/\"", "\"javascript:alert(1)\"", "\"file:///etc/passwd\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Drops, replaces, repeats or lengthens one value somewhere in the tree.</summary>
    public string Structure(string json)
    {
        var root = JsonNode.Parse(json)!;
        var nodes = Descendants(root).Where(node => node.Parent is not null).ToList();
        var victim = nodes[_random.Next(nodes.Count)];
        var mark = $"\"@{_random.Next()}\"";
        switch (_random.Next(8), victim.Parent)
        {
            case (0, JsonObject parent):
                parent.Remove(victim.GetPropertyName());
                break;
            case (0, JsonArray parent):
                parent.Remove(victim);
                break;
            case (1, JsonArray parent):
                parent.Add(victim.DeepClone());
                break;
            case (2, _):
                victim.ReplaceWith(JsonValue.Create(new string('я', _random.Next(100_000))));
                break;
            default:
                victim.ReplaceWith(JsonValue.Create(mark.Trim('"')));
                break;
        }

        return root.ToJsonString().Replace(mark, Values[_random.Next(Values.Length)], StringComparison.Ordinal);
    }

    /// <summary>Drops, repeats or replaces one element or attribute somewhere in the tree.</summary>
    public string Xml(string xml)
    {
        var root = XDocument.Parse(xml);
        var elements = root.Root!.Descendants().ToList();
        var victim = elements[_random.Next(elements.Count)];
        var value = Values[_random.Next(Values.Length)].Trim('"').Replace("\\u", "", StringComparison.Ordinal);
        switch (_random.Next(6), victim.FirstAttribute)
        {
            case (0, _):
                victim.Remove();
                break;
            case (1, _):
                victim.AddAfterSelf(new XElement(victim));
                break;
            case (2, _):
                victim.SetValue(new string('я', _random.Next(10_000)));
                break;
            case (3, { } attribute):
                attribute.Value = value;
                break;
            case (4, _):
                victim.AddFirst(new XElement(victim));
                break;
            default:
                victim.SetValue(value);
                break;
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Cuts the answer, or changes a few of its bytes.</summary>
    public byte[] Bytes(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (_random.Next(4) == 0)
        {
            return bytes[.._random.Next(bytes.Length)];
        }

        for (var change = _random.Next(1, 5); change > 0; change--)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Value is null ? [] : Descendants(field.Value)).Prepend(node),
        JsonArray items => items.SelectMany(item => item is null ? [] : Descendants(item)).Prepend(node),
        _ => [node],
    };
}
