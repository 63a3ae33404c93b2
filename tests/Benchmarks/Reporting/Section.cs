namespace Benchmarks.Reporting;

/// <summary>What one scenario found.</summary>
/// <param name="How">One sentence on how it was measured.</param>
internal sealed record Section(string Title, string How, Table Table, params IReadOnlyList<Figure> Figures)
{
    public override string ToString() => string.Join(
        "\n\n", ((string[])[$"### {Title}", How, Table.ToString(), string.Join('\n', Figures)]).Where(part => part.Length > 0));
}
