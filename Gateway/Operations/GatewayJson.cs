using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Reports;

namespace Gateway.Operations;

/// <summary>The JSON that the Gateway writes itself; everything else it relays.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HomePage))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(TrioHealth))]
[JsonSerializable(typeof(VisitorProblem))]
internal sealed partial class GatewayJson : JsonSerializerContext
{
    /// <summary>Cyrillic stays readable and short; characters that mean something in HTML are still escaped.</summary>
    public static GatewayJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
