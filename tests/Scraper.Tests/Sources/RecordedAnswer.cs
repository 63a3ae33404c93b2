using System.Text.Json;

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

    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(Text(name));
        return document.RootElement.Clone();
    }
}
