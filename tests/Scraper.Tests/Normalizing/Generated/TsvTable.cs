using System.Globalization;

namespace Scraper.Tests.Normalizing.Generated;

/// <summary>Tab-separated tables with one header line, as they lie beside the assembly.</summary>
internal static class TsvTable
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Normalizing", "Generated");

    public static IEnumerable<string[]> Rows(string file) => RowsOf(Path.Combine(Folder, file));

    public static IEnumerable<string[]> RowsOf(string path) =>
        File.ReadLines(path).Skip(1).Select(line => line.Split('\t'));

    public static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
