using System.Globalization;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>The film's year: in brackets first, else bare at the end of a stretch or before the title.</summary>
internal static class YearReader
{
    /// <summary>The year of the first film.</summary>
    public const int First = 1888;

    public static bool IsYear(TitleScan scan, int index) => ValueAt(scan, index) is not null;

    /// <summary>Reads "2006", "2006г.", "2001-2010" inside brackets; returns the first token after it.</summary>
    public static int? ReadInBracket(TitleScan scan, int index, int limit)
    {
        if (ValueAt(scan, index) is not { } value)
        {
            return null;
        }

        var end = SuffixEnd(scan, index + 1, limit);
        var isRange = scan.KeyAt(end) is "-" or "–" or "—" or "−" && end < limit;
        if (isRange)
        {
            end++;
            end += end < limit && (IsYear(scan, end) || scan.KeyAt(end) is "н" or "наст") ? 1 : 0;
            scan.Note("shape.year-range", scan.Slice(new Span(index, end)));
        }

        var isEdition = Words.EditionWords.Contains(scan.KeyAt(index - 1));
        scan.Claim(isEdition ? "date.edition" : "year.bracket", new Span(index, end));
        scan.Found.Year ??= isEdition ? null : value;

        return end;
    }

    /// <summary>Takes a bare year that ends at <paramref name="last"/>.</summary>
    public static bool TryTakeTail(TitleScan scan, Span stretch, int last)
    {
        var at = last;
        var named = scan.KeyAt(at) is "г" or "год" or "года" && at > stretch.From;
        at -= named ? 1 : 0;
        if (ValueAt(scan, at) is not { } value || (scan.Found.Year ?? value) != value
            || IsPartOfName(scan, at) || IsOfIssue(scan, at))
        {
            return false;
        }

        var taken = new Span(at, last + 1);
        if (!scan.HasFreeText(new Span(stretch.From, at)) && !scan.HasFreeTextOutside(taken))
        {
            return false;
        }

        scan.Claim(named ? "year.named" : "year.bare", taken);
        scan.Found.Year = value;

        return true;
    }

    /// <summary>"2019 - Бык".</summary>
    public static bool TryTakeHead(TitleScan scan, int first)
    {
        if (scan.Found.Year is not null || ValueAt(scan, first) is not { } value
            || scan.KindAt(first + 1) is not (TokenKind.Dash or TokenKind.Bar)
            || !scan.HasFreeTextOutside(new Span(first, first + 1)))
        {
            return false;
        }

        scan.Claim("year.leading", new Span(first, first + 1));
        scan.Found.Year = value;

        return true;
    }

    /// <summary>"of 1936", "лето 1941", "+100500", "2049:".</summary>
    private static bool IsPartOfName(TitleScan scan, int at) =>
        Words.YearGuards.Contains(scan.KeyAt(at - 1))
        || IsSigned(scan, at)
        || scan.KeyAt(at + 1) is "%" or "+";

    private static bool IsSigned(TitleScan scan, int at) =>
        scan.KeyAt(at - 1) is "+" or "-" or "$" or "№" or "#" && scan.Tokens[at].Start == scan.Tokens[at - 1].End;

    /// <summary>Behind a marker or a programme's name, a bare year belongs to what the issue is about.</summary>
    private static bool IsOfIssue(TitleScan scan, int at) => at > (scan.Found.FirstMarker ?? scan.Found.Show?.From);

    private static int? ValueAt(TitleScan scan, int index)
    {
        var key = scan.KeyAt(index);
        var digits = key.Length == 5 && key[4] == 'г' ? key[..4] : key;

        return digits.Length == 4
            && scan.IsFree(index)
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= First
            && value <= scan.CurrentYear + 1
                ? value
                : null;
    }

    private static int SuffixEnd(TitleScan scan, int at, int limit)
    {
        if (at < limit && scan.KeyAt(at) is "г" or "гг" or "год" or "года")
        {
            at++;
            at += at < limit && scan.KindAt(at) == TokenKind.Stop ? 1 : 0;
        }

        return at;
    }
}
