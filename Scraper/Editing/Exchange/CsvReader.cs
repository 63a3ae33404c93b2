using System.Text;

namespace Scraper.Editing.Exchange;

/// <summary>Reads CSV as in RFC 4180, letter for letter: nothing is trimmed, line ends within quotes stay.</summary>
internal sealed class CsvReader(string text)
{
    private const char Quote = '"';

    private readonly char _delimiter = DelimiterOf(text);
    private int _at;
    private int _line = 1;

    /// <summary>The next record; null at the end.</summary>
    /// <exception cref="ImportException">The text is no CSV; the message says where.</exception>
    public CsvRecord? Next()
    {
        if (_at == text.Length)
        {
            return null;
        }

        var line = _line;
        List<CsvCell> cells = [];
        do
        {
            cells.Add(ReadCell(cells.Count + 1));
        }
        while (Skip(_delimiter));
        SkipLineEnd();
        return new CsvRecord(line, cells);
    }

    // Spreadsheets write the list separator of their user's language. Names of columns hold none of the three.
    private static char DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    private CsvCell ReadCell(int column)
    {
        var line = _line;
        if (!Skip(Quote))
        {
            var length = text.AsSpan(_at).IndexOfAny(_delimiter, '\r', '\n') is var end and >= 0 ? end : text.Length - _at;
            var plain = text.Substring(_at, length);
            _at += length;
            return !plain.Contains(Quote, StringComparison.Ordinal)
                ? new CsvCell(plain, line)
                : throw new ImportException(
                    line, column, "a quotation mark stands inside a cell that does not begin with one. "
                    + "Put the cell in quotation marks and write the one inside twice.");
        }

        var cell = new CsvCell(ReadQuoted(line, column), line);
        return _at == text.Length || text[_at] == _delimiter || text[_at] is '\r' or '\n'
            ? cell
            : throw new ImportException(
                _line, column, $"\"{text[_at]}\" follows the closing quotation mark of a cell. "
                + "Write a quotation mark inside a cell twice.");
    }

    private string ReadQuoted(int line, int column)
    {
        var cell = new StringBuilder();
        while (text.IndexOf(Quote, _at) is var close and >= 0)
        {
            var piece = text.AsSpan(_at, close - _at);
            cell.Append(piece);
            _line += LineEnds(piece);
            _at = close + 1;
            if (!Skip(Quote))
            {
                return cell.ToString();
            }

            cell.Append(Quote);
        }

        throw new ImportException(line, column, "the quotation mark that opens this cell is never closed. Close it.");
    }

    // A quotation mark never stands between the two halves of a Windows line end, so pieces can be counted alone.
    private static int LineEnds(ReadOnlySpan<char> piece) =>
        piece.Count('\n') + piece.Count('\r') - piece.Count("\r\n");

    private void SkipLineEnd()
    {
        if (_at < text.Length)
        {
            _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
            _line++;
        }
    }

    private bool Skip(char wanted)
    {
        if (_at == text.Length || text[_at] != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }
}
