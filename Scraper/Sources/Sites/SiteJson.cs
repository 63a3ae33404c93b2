using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scraper.Sources.Sites;

/// <summary>How records are written down, with letters as letters.</summary>
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(SiteMemoryLine))]
internal sealed partial class SiteJson : JsonSerializerContext
{
    public static Dictionary<string, string[]> Plain(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

    public static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
