namespace Scraper.Editing.Exchange;

/// <summary>Keeps spreadsheets from taking a text for a formula: an apostrophe goes before it, and off again on the way
/// back. A text that has such apostrophes of its own gets one more, so that every text comes back as it was.</summary>
internal static class FormulaGuard
{
    private const char Mark = '\'';

    public static string Put(string text) => IsRisky(text.AsSpan().TrimStart(Mark)) ? $"{Mark}{text}" : text;

    public static string TakeOff(string cell) =>
        cell.StartsWith(Mark) && IsRisky(cell.AsSpan().TrimStart(Mark)) ? cell[1..] : cell;

    private static bool IsRisky(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
