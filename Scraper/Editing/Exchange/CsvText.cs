using System.Buffers;

namespace Scraper.Editing.Exchange;

/// <summary>Writes CSV as in RFC 4180, so that <see cref="CsvReader"/> gives back every letter.</summary>
internal static class CsvText
{
    // Line ends, quotation marks, and all that any spreadsheet may take for the end of a cell.
    private static readonly SearchValues<char> Delicate = SearchValues.Create("\"\r\n,;\t");

    public static string Record(IEnumerable<string> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(Delicate) || text.StartsWith(' ') || text.EndsWith(' ')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
