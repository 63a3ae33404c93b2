using System.Text;

namespace Benchmarks.Reporting;

/// <summary>A Markdown table whose columns are also straight on a terminal.</summary>
internal sealed class Table(params IReadOnlyList<string> head)
{
    private readonly List<IReadOnlyList<string>> _rows = [head];

    public void Add(params IReadOnlyList<string> cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = Enumerable.Range(0, head.Count).Select(column => _rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => Pad(cell, column, widths[column]));
            text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
            if (row == head)
            {
                text.Append('|').AppendJoin('|', widths.Select(Rule)).AppendLine("|");
            }
        }

        return text.ToString().TrimEnd();
    }

    // Names to the left, numbers to the right.
    private static string Pad(string cell, int column, int width) =>
        column == 0 ? cell.PadRight(width) : cell.PadLeft(width);

    private static string Rule(int width, int column) => new string('-', width + 1) + (column == 0 ? "-" : ":");
}
