namespace Benchmarks.Scenarios;

/// <summary>What somebody typed, and the film that was meant; null when any film will do.</summary>
/// <param name="Kind">How the words differ from the title.</param>
internal sealed record SearchQuery(string Kind, string Text, string? Title)
{
    public string Path => $"/api/v1/movies?pageSize=5&q={Uri.EscapeDataString(Text)}";
}
