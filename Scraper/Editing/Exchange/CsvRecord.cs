namespace Scraper.Editing.Exchange;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line it begins in, from 1.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<CsvCell> Cells)
{
    /// <summary>A line with nothing in it, as many editors leave at the end.</summary>
    public bool IsBlank => Cells is [{ Text.Length: 0 }];
}

/// <param name="Line">The line it begins in; records may go over several.</param>
internal readonly record struct CsvCell(string Text, int Line);
