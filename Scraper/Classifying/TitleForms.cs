using Scraper.Normalizing.Reading;
using Scraper.Normalizing.Scanning;

namespace Scraper.Classifying;

/// <summary>Forms of whole titles that tell what an upload is.</summary>
internal static class TitleForms
{
    private const int LongestName = 5;

    /// <summary>
    /// "Анна Май - Июль": two short halves around the first of plain dashes, and nothing else.
    /// </summary>
    public static bool IsArtistAndSong(TitleScan scan)
    {
        if (scan.Segments.Count is 0 or > 2)
        {
            return false;
        }

        var parts = Span.SplitAt(TokenKind.Dash, scan.Segments[^1], scan);

        return parts.Count >= 2
            && scan.Tokens[parts[0].To].Key is "-"
            && !Holds(scan, TokenKind.Colon)
            && TextLength(scan, parts[0]) <= LongestName;
    }

    /// <summary>"Иван Петров об умных часах", but not "Сказка о царе Салтане".</summary>
    public static bool IsPersonAboutSomething(TitleScan scan)
    {
        for (var i = 2; i < scan.Tokens.Count; i++)
        {
            if (scan.KeyAt(i) is "о" or "об" or "обо" or "про" && PersonNames.IsName(scan, new Span(i - 2, i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"ГОЛОСА: Анна — Последний снег (сезон 2, выпуск 1)".</summary>
    public static bool IsExcerptOfIssue(TitleScan scan)
    {
        if (scan.Groups.Count == 0 || !Holds(scan, TokenKind.Colon))
        {
            return false;
        }

        var group = scan.Groups[^1];
        var keys = Enumerable.Range(group.From, group.To - group.From).Select(scan.KeyAt).ToList();

        return keys.Contains("сезон") && keys.Contains("выпуск")
            && Enumerable.Range(0, group.Open).Any(i => scan.KindAt(i) == TokenKind.Dash);
    }

    /// <summary>"[Кинокритик] - Тихий берег (правда или выдумка?)": who speaks, of what, and a question.</summary>
    public static bool IsReviewersQuestion(TitleScan scan) =>
        scan.Groups.Count > 1
        && scan.Groups[0].Open == 0
        && scan.KindAt(scan.Groups[0].End) == TokenKind.Dash
        && scan.KeyAt(scan.Groups[^1].To - 1) == "?";

    /// <summary>"Тихий берег за 10 минут".</summary>
    public static bool IsRetelling(TitleScan scan) =>
        Enumerable.Range(1, scan.Tokens.Count).Any(i => scan.KindAt(i) == TokenKind.Number && scan.KeyAt(i - 1) == "за"
            && scan.KeyAt(i + 1) is "минут" or "минуты" or "минуту" or "мин" or "секунд");

    /// <summary>"Звёздный флот: Эпизод I — Начало".</summary>
    public static bool IsSagaPart(TitleScan scan) =>
        Enumerable.Range(0, scan.Tokens.Count).Any(i => scan.KindAt(i - 1) == TokenKind.Colon
            && scan.KeyAt(i) is "эпизод" or "часть" or "глава" or "episode" or "part" or "chapter");

    /// <summary>"Утро с поэтом | Анна Май".</summary>
    public static bool HasGuest(TitleScan scan) =>
        scan.Segments.Count == 2
        && scan.KeyAt(scan.Segments[0].To) == "|"
        && PersonNames.IsName(scan, scan.Segments[1]);

    private static bool Holds(TitleScan scan, TokenKind kind) => scan.Tokens.Any(token => token.Kind == kind);

    private static int TextLength(TitleScan scan, Span span) =>
        Enumerable.Range(span.From, span.Length).Count(i => scan.Tokens[i].IsText);
}
