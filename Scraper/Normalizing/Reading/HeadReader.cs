using System.Globalization;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>Takes one thing off the front: "01.", "Смотреть", "Советский фильм", "2019 -".</summary>
internal static class HeadReader
{
    private const int LastListNumber = 200;

    public static bool TryTake(TitleScan scan, int first) =>
        !scan.IsQuoted(first) && TakeAny(scan, first);

    private static bool TakeAny(TitleScan scan, int first) =>
        TakeListNumber(scan, first)
        || YearReader.TryTakeHead(scan, first)
        || TakeKind(scan, first)
        || TakeShorthand(scan, first)
        || TakePhrase(scan, first);

    private static bool TakeListNumber(TitleScan scan, int first)
    {
        if (first != 0 || scan.KindAt(0) != TokenKind.Number || !scan.HasFreeText(new Span(1, scan.Tokens.Count)))
        {
            return false;
        }

        var key = scan.KeyAt(0);
        var isZeroed = key.Length == 2 && key[0] == '0';
        var isDotted = scan.KindAt(1) is TokenKind.Stop or TokenKind.Close
            && key.Length <= 3 && int.Parse(key, CultureInfo.InvariantCulture) <= LastListNumber
            && scan.Tokens.Count > 2 && scan.Tokens[2].Start > scan.Tokens[1].End;
        if (!isZeroed && !isDotted)
        {
            return false;
        }

        scan.Claim("noise.list-number", new Span(0, isDotted ? 2 : 1));

        return true;
    }

    private static bool TakeKind(TitleScan scan, int first)
    {
        if (KindPhrases.StartingAt(scan, first) is not { } marker)
        {
            return false;
        }

        var end = marker.Span.To;
        scan.Claim(marker.Rule, new Span(first, end + (scan.KindAt(end) is TokenKind.Colon or TokenKind.Dash ? 1 : 0)));

        return true;
    }

    /// <summary>"х/ф", "м/ф".</summary>
    private static bool TakeShorthand(TitleScan scan, int first)
    {
        var phrase = Words.Decorations.StartingAt(scan, first, scan.Tokens.Count, IsShorthand);
        if (phrase is null || !scan.HasFreeText(new Span(first + phrase.Keys.Count, scan.Tokens.Count)))
        {
            return false;
        }

        PhraseClaims.Take(scan, phrase, new Span(first, first + phrase.Keys.Count));

        return true;
    }

    private static bool IsShorthand(Phrase phrase) =>
        phrase.Rule.StartsWith("kind.", StringComparison.Ordinal) && phrase.Keys.Contains("/", StringComparer.Ordinal);

    /// <summary>A word like "Премьера" is taken only before a border or a shouted or capital next word.</summary>
    private static bool TakePhrase(TitleScan scan, int first)
    {
        var phrase = Words.Decorations.StartingAt(
            scan, first, scan.Tokens.Count, p => p.Rule == "noise" && p.Where is PhrasePlace.Head or PhrasePlace.Whole);
        if (phrase is null || (phrase.Keys[0] == "watch" && !IsOffer(scan)))
        {
            return false;
        }

        // "НОВИНКА 2024!": the year is the upload's.
        var end = first + phrase.Keys.Count;
        end += YearReader.IsYear(scan, end) && scan.KindAt(end + 1) is TokenKind.Mark or TokenKind.Bar ? 1 : 0;
        var taken = end + (scan.KindAt(end) is TokenKind.Colon or TokenKind.Dash or TokenKind.Mark ? 1 : 0);
        var isTitleAhead = taken > end || scan.KindAt(end) is TokenKind.Quote or TokenKind.Bar
            || (phrase.Where == PhrasePlace.Head && scan.Tokens.Count > end && scan.Tokens[end].IsText && IsCall(scan, end));
        if (!isTitleAhead || !scan.HasFreeText(new Span(taken, scan.Tokens.Count)))
        {
            return false;
        }

        PhraseClaims.Take(scan, phrase, new Span(first, taken));

        return true;
    }

    /// <summary>"Watch Out" is a name, "Watch … Full Movie Online Free" is an offer.</summary>
    private static bool IsOffer(TitleScan scan) =>
        scan.KindAt(1) == TokenKind.Colon || scan.Tokens.Any(token => token.Key is "online" or "free" or "full");

    private static bool IsCall(TitleScan scan, int next) =>
        Words.KindWords.ContainsKey(scan.KeyAt(next)) || !char.IsLower(scan.Text[scan.Tokens[next].Start]);
}
