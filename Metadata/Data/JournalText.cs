using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Metadata.Data;

/// <summary>Values as the journal keeps them: JSON, the same whoever writes it, so that equal values are equal texts.
/// Null is the unknown: also no names, and no locks.</summary>
internal static class JournalText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string? Write(object? value) => value switch
    {
        null or MovieFields.None or List<string> { Count: 0 } => null,
        MovieFields locks => JsonSerializer.Serialize(locks.Names(), Json),
        _ => JsonSerializer.Serialize(value, value.GetType(), Json),
    };

    public static object? Read(string? text, Type type)
    {
        if (type == typeof(MovieFields))
        {
            var names = text is null ? [] : JsonSerializer.Deserialize<List<string>>(text, Json)!;
            return names.Aggregate(MovieFields.None, (locks, name) => locks | MovieFieldNames.Of(name));
        }

        return text is not null ? JsonSerializer.Deserialize(text, type, Json) : type == typeof(List<string>) ? new List<string>() : null;
    }

    /// <summary>As it goes out: absent where unknown.</summary>
    public static JsonElement? ToJson(string? text)
    {
        if (text is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
