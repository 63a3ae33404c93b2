using System.Text;
using System.Text.Json;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>JSON that knows where each of its values stands, so that a mistake can be shown in its place.</summary>
/// <param name="Offset">First byte of the value.</param>
/// <param name="Path">From the root: $.list.fields.year.</param>
/// <param name="Text">A string's text, or a number as written; null for the other kinds.</param>
internal sealed record PlacedJson(
    JsonValueKind Kind, int Offset, string Path, string? Text, IReadOnlyList<PlacedMember> Members,
    IReadOnlyList<PlacedJson> Items)
{
    private const int MaxDepth = 32;

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static PlacedJson Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        var root = Read(ref reader, "$");
        // Whatever follows the root is a mistake, which only reading on shows.
        reader.Read();
        return root;
    }

    private static PlacedJson Read(ref Utf8JsonReader reader, string path)
    {
        var offset = (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new PlacedJson(
                JsonValueKind.Object, offset, path, Text: null, ReadMembers(ref reader, path), []),
            JsonTokenType.StartArray => new PlacedJson(
                JsonValueKind.Array, offset, path, Text: null, [], ReadItems(ref reader, path)),
            JsonTokenType.String => Scalar(JsonValueKind.String, reader.GetString()),
            JsonTokenType.Number => Scalar(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => Scalar(JsonValueKind.True, text: null),
            JsonTokenType.False => Scalar(JsonValueKind.False, text: null),
            _ => Scalar(JsonValueKind.Null, text: null),
        };

        PlacedJson Scalar(JsonValueKind kind, string? text) => new(kind, offset, path, text, [], []);
    }

    private static List<PlacedMember> ReadMembers(ref Utf8JsonReader reader, string path)
    {
        List<PlacedMember> members = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var offset = (int)reader.TokenStartIndex;
            reader.Read();
            members.Add(new PlacedMember(name, offset, Read(ref reader, $"{path}.{name}")));
        }

        return members;
    }

    private static List<PlacedJson> ReadItems(ref Utf8JsonReader reader, string path)
    {
        List<PlacedJson> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, $"{path}[{items.Count}]"));
        }

        return items;
    }
}

/// <param name="Offset">First byte of the name.</param>
internal sealed record PlacedMember(string Name, int Offset, PlacedJson Value);
