namespace Scraper.Tests.Normalizing.Generated;

/// <summary>Patterns of one theme: "1 Year and date" holds the patterns 1 to 12.</summary>
internal sealed record PatternGroup(int First, int Last, string Name)
{
    public static IReadOnlyList<PatternGroup> All { get; } =
        [.. TsvTable.Rows("groups.tsv").Select(cells => new PatternGroup(TsvTable.Number(cells[0]), TsvTable.Number(cells[1]), cells[2]))];

    public static PatternGroup Of(int pattern) => All.First(group => pattern >= group.First && pattern <= group.Last);
}
