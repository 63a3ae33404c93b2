namespace Scraper.Tests.Sources.Mutating;

/// <summary>Spoils a table with a header, and CSV stays CSV.</summary>
internal static class MutatedTable
{
    public static string Of(string table, char delimiter, Random random)
    {
        var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(delimiter).ToList()).ToList();
        // The header seldom: without it there is nothing left to read.
        var row = rows[random.Next(10) == 0 ? 0 : random.Next(1, rows.Count)];
        var cell = random.Next(row.Count);
        switch (random.Next(6))
        {
            case 0:
                row.RemoveAt(cell);
                break;
            case 1:
                row.Insert(cell, row[cell]);
                break;
            case 2:
                rows.Add([.. row]);
                break;
            default:
                row[cell] = Written(HostileValues.Pick(random), delimiter);
                break;
        }

        return string.Join('\n', rows.Select(cells => string.Join(delimiter, cells)));
    }

    private static string Written(string text, char delimiter) => delimiter == ','
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : string.Join(' ', text.Split('\t', '\n', '\r'));
}
