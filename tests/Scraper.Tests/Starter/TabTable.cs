namespace Scraper.Tests.Starter;

/// <summary>A file of the Scraper's Starter folder, read without the file source: the test must not trust it.</summary>
internal sealed record TabTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public static TabTable Read(string fileName)
    {
        var lines = File.ReadAllLines(Path.Combine(StarterFolder(), fileName));
        var columns = lines[0].Split('\t');
        var rows = lines.Skip(1).Select((line, index) => Row(columns, line, fileName, index + 2)).ToList();
        return new TabTable(columns, rows);
    }

    private static Dictionary<string, string> Row(string[] columns, string line, string fileName, int number)
    {
        var fields = line.Split('\t');
        return fields.Length == columns.Length
            ? columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            : throw new InvalidDataException(
                $"{fileName}, line {number}: {fields.Length} fields, expected {columns.Length}.");
    }

    private static string StarterFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OnlineCinema.sln")))
            {
                return Path.Combine(folder.FullName, "Scraper", "Starter");
            }
        }

        throw new DirectoryNotFoundException(
            $"No OnlineCinema.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
