using System.Text;

namespace Scraper.Sources.Files;

/// <summary>Splits one record of a table into its cells: CSV as in RFC 4180, or TSV, which knows no quotes.</summary>
internal static class DelimitedRecord
{
    private const char Quote = '"';

    /// <param name="record">The lines of the record, without the last line end.</param>
    /// <param name="problem">Why it cannot be split; null when it can.</param>
    /// <returns>The cells; null when a quoted cell goes on past the end of the record.</returns>
    public static IReadOnlyList<string>? Split(string record, char delimiter, out string? problem)
    {
        problem = null;
        if (delimiter == '\t')
        {
            return [.. record.Split('\t').Select(cell => cell.Trim())];
        }

        List<string> cells = [];
        for (var at = 0; ;)
        {
            var start = SkipBlanks(record, at);
            var isQuoted = start < record.Length && record[start] == Quote;
            if ((isQuoted ? ReadQuoted(record, start + 1) : ReadPlain(record, at, delimiter)) is not var (text, end))
            {
                return null;
            }

            cells.Add(text);
            at = isQuoted ? SkipBlanks(record, end) : end;
            if (at == record.Length)
            {
                return cells;
            }

            if (record[at] != delimiter)
            {
                problem = $"a quotation mark stands inside the value \"{text}\"; "
                    + "put the value in quotation marks and write the one inside twice";
                return cells;
            }

            at++;
        }
    }

    private static int SkipBlanks(string record, int at)
    {
        while (at < record.Length && record[at] == ' ')
        {
            at++;
        }

        return at;
    }

    // A value without quotes ends at the delimiter, and may hold no quotation mark.
    private static (string Text, int End) ReadPlain(string record, int start, char delimiter)
    {
        var end = record.AsSpan(start).IndexOfAny(delimiter, Quote) is var found and >= 0 ? start + found : record.Length;
        return (record[start..end].Trim(), end);
    }

    private static (string Text, int End)? ReadQuoted(string record, int start)
    {
        var text = new StringBuilder();
        for (var at = start; at < record.Length; at++)
        {
            if (record[at] != Quote)
            {
                text.Append(record[at]);
            }
            else if (at + 1 < record.Length && record[at + 1] == Quote)
            {
                text.Append(Quote);
                at++;
            }
            else
            {
                return (text.ToString().Trim(), at + 1);
            }
        }

        return null;
    }
}
