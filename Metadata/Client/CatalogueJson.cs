using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Metadata.Client;

/// <summary>How the catalogue's JSON is written.</summary>
public static class CatalogueJson
{
    /// <summary>The contract's shapes with Cyrillic as itself, which halves most bodies.</summary>
    public static MetadataJson Readable { get; } = new(new JsonSerializerOptions(MetadataJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
