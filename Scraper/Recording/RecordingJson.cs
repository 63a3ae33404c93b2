using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scraper.Recording;

/// <summary>How a recording's lines are written: camelCase, unknown left out, Cyrillic readable.</summary>
[JsonSerializable(typeof(RecordingHead))]
[JsonSerializable(typeof(RecordedResponse))]
internal sealed partial class RecordingJson : JsonSerializerContext
{
    public static RecordingJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
