using System.Globalization;

namespace Scraper.Tests.Normalizing;

/// <summary>One row of the tables in Cases: a raw title and how it must be read.</summary>
/// <param name="Pattern">Number of the decoration pattern that the row stands for.</param>
public sealed record TitleRow(
    string Pattern, string Raw, string Kind, string Title, string Original, string Year, string Season, string Episode)
{
    public override string ToString() => $"{Pattern}: {Raw}";
}

/// <summary>Reads the tables. They lie beside the assembly's sources and are copied with it.</summary>
internal static class TitleCaseTable
{
    public const string KnownMisses = "known-misses.tsv";

    /// <summary>The year in which the tables were written; readings must not change with the calendar.</summary>
    public const int CurrentYear = 2026;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Normalizing", "Cases");

    public static IEnumerable<TitleRow> Read(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Skip(1).Select(line => line.Split('\t')).Select(cells =>
            new TitleRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));

    public static IEnumerable<TitleRow> ReadAll() =>
        Directory.GetFiles(Folder, "*.tsv").Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) != KnownMisses)
            .SelectMany(path => Read(Path.GetFileName(path)));

    public static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
