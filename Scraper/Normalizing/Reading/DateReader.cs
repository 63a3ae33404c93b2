using System.Globalization;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>Days of broadcast, which are never a film's year: "03.06.2019", "от 22 мая 2019 года".</summary>
internal static class DateReader
{
    private static readonly HashSet<string> Months = [.. VocabularyFile.Rows("months.tsv").Select(row => row[0])];

    public static void Read(TitleScan scan)
    {
        for (var i = 0; i < scan.Tokens.Count; i++)
        {
            var end = NumericEnd(scan, i) ?? WordsEnd(scan, i);
            if (end is null)
            {
                continue;
            }

            var from = scan.KeyAt(i - 1) == "от" ? i - 1 : i;
            if (IsOfName(scan, from, end.Value))
            {
                continue;
            }

            if (from > 0 || IsFollowedByText(scan, end.Value))
            {
                scan.Claim("date.air", new Span(from, end.Value));
            }

            i = end.Value - 1;
        }
    }

    /// <summary>"31 июня (1978)" is a name, "31 мая. Новости" begins with a date.</summary>
    private static bool IsFollowedByText(TitleScan scan, int end) =>
        end < scan.Tokens.Count && scan.KindAt(end) is not TokenKind.Open;

    /// <summary>"С 8 марта, мужчины!": a day without a year, ruled by a bare preposition.</summary>
    private static bool IsOfName(TitleScan scan, int from, int end) =>
        from > 0 && end == from + 2 && scan.KeyAt(from - 1) is "с" or "до" or "к" or "на" or "по" or "после";

    private static int? NumericEnd(TitleScan scan, int at)
    {
        var border = scan.KeyAt(at + 1);
        if (border is not ("." or "/") || scan.KeyAt(at + 3) != border || at + 4 >= scan.Tokens.Count)
        {
            return null;
        }

        var parts = new[] { Value(scan, at), Value(scan, at + 2), Value(scan, at + 4) };
        var isDate = parts is [<= 31 and > 0, <= 12 and > 0, > 1950 or < 100]
            || parts is [> 1950, <= 12 and > 0, <= 31 and > 0];

        return isDate ? at + 5 : null;
    }

    private static int? WordsEnd(TitleScan scan, int at)
    {
        if (Value(scan, at) is not (> 0 and <= 31) || !Months.Contains(scan.KeyAt(at + 1)))
        {
            return null;
        }

        var end = at + 2;
        if (YearReader.IsYear(scan, end))
        {
            end++;
            end += scan.KeyAt(end) is "г" or "год" or "года" ? 1 : 0;
        }

        return end;
    }

    private static int? Value(TitleScan scan, int at) =>
        scan.KindAt(at) == TokenKind.Number
        && int.TryParse(scan.KeyAt(at), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
