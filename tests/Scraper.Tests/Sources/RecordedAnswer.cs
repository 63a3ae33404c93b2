using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scraper.Tests.Sources;

/// <summary>Answers in the shapes that hosts send, kept beside the tests.</summary>
internal static class RecordedAnswer
{
    public static string Text(string name)
    {
        using var stream = typeof(RecordedAnswer).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"No recorded answer is named {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static JsonElement Json(string name) => Parse(Text(name));

    /// <summary>An answer that a test changed, as a parser gets it.</summary>
    public static JsonElement Element(JsonNode answer) => Parse(answer.ToJsonString());

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
