namespace Benchmarks.Reporting;

/// <summary>What one scenario found.</summary>
/// <param name="How">One sentence on how it was measured.</param>
internal sealed record Section(string Title, string How, Table Table, params IReadOnlyList<Figure> Figures)
{
    public override string ToString()
    {
        string[] parts = [$"### {Title}", How, $"{Table}", string.Join('\n', Figures)];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }
}
