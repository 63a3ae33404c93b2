using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// "Советский художественный фильм", "Full Hindi Action Movie": a head word with its modifiers. A head word alone may
/// belong to the title ("Последний фильм", "Scary Movie"), so it needs a border or a modifier beside it.
/// </summary>
internal static class KindPhrases
{
    private static readonly string[] AdjectiveEndings = ["ый", "ий", "ой", "ая", "ое", "ые", "ие", "его", "ого", "ей"];

    /// <summary>The phrase that ends at <paramref name="last"/>, or null.</summary>
    public static Marker? EndingAt(TitleScan scan, Span stretch, int last) =>
        RussianTail(scan, stretch, last) ?? ForeignTail(scan, stretch, last);

    /// <summary>The phrase that begins at <paramref name="first"/> and is followed by a title, or null.</summary>
    public static Marker? StartingAt(TitleScan scan, int first)
    {
        var end = first;
        string? role = null;
        while (end < scan.Tokens.Count && scan.IsFreeText(end)
            && Words.KindWords.TryGetValue(scan.KeyAt(end), out var found)
            && (end == first || role is null || found is "modifier" or "genre"))
        {
            role = found is "modifier" || (found == "genre" && role is not null) ? role : found;
            end++;
        }

        if (role is null || end >= scan.Tokens.Count)
        {
            return ForeignHead(scan, first);
        }

        return IsTitleAhead(scan, end, role) ? new Marker(RuleOf(role), new Span(first, end)) : null;
    }

    /// <summary>"Action movie: Speed".</summary>
    private static Marker? ForeignHead(TitleScan scan, int first)
    {
        var end = first;
        var hasHead = false;
        while (end < scan.Tokens.Count && scan.IsFreeText(end)
            && Words.FilmWords.TryGetValue(scan.KeyAt(end), out var role))
        {
            hasHead |= role == "head";
            end++;
        }

        return hasHead && scan.KindAt(end) is TokenKind.Colon or TokenKind.Quote && end - first > 1
            ? new Marker("kind.film", new Span(first, end))
            : null;
    }

    private static bool IsTitleAhead(TitleScan scan, int next, string role) => scan.KindAt(next) switch
    {
        TokenKind.Quote or TokenKind.Bar => true,
        TokenKind.Colon or TokenKind.Dash => scan.HasFreeText(new Span(next, scan.Tokens.Count)),
        // "ФИЛЬМ О ФИЛЬМЕ" is a name; only letters of both cases tell where a new name begins.
        TokenKind.Word when role != "genre" => char.IsUpper(scan.Text[scan.Tokens[next].Start])
            && (scan.KeyAt(next).Length > 2 || char.IsLower(scan.Text[scan.Tokens[next - 1].End - 1])),
        TokenKind.Number when role != "genre" => scan.IsFreeText(next)
            && (scan.KindAt(next + 1) is TokenKind.Open || (scan.KindAt(next + 1) == TokenKind.Word && scan.IsFree(next + 1))),
        _ => false,
    };

    private static Marker? RussianTail(TitleScan scan, Span stretch, int last)
    {
        if (!Words.KindWords.TryGetValue(scan.KeyAt(last), out var role) || role is "modifier" or "genre")
        {
            return null;
        }

        var from = last;
        while (from > stretch.From && scan.IsFreeText(from - 1)
            && Words.KindWords.GetValueOrDefault(scan.KeyAt(from - 1)) is "modifier" or "genre")
        {
            from--;
        }

        var hasModifier = from < last;

        return hasModifier || StandsAlone(scan, stretch, from)
            ? new Marker(RuleOf(role), new Span(from, last + 1))
            : null;
    }

    private static bool StandsAlone(TitleScan scan, Span stretch, int at)
    {
        if (at == stretch.From || !scan.IsFreeText(at - 1))
        {
            return scan.KindAt(at - 1) is not (TokenKind.Colon or TokenKind.Stop);
        }

        var before = scan.KeyAt(at - 1);

        return YearReader.IsYear(scan, at - 1)
            || (char.IsLower(scan.Text[scan.Tokens[at].Start]) && before.Length > 2 && !IsAdjective(before));
    }

    private static bool IsAdjective(string word) =>
        Array.Exists(AdjectiveEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static Marker? ForeignTail(TitleScan scan, Span stretch, int last)
    {
        var from = last + 1;
        var hasHead = false;
        var hasStrong = false;
        while (from > stretch.From && scan.IsFreeText(from - 1)
            && Words.FilmWords.TryGetValue(scan.KeyAt(from - 1), out var role))
        {
            from--;
            hasHead |= role == "head";
            hasStrong |= role == "strong";
        }

        // "I'll Take Romance Full Movie": a genre's name on the left edge may as well end the title.
        if (scan.HasFreeText(new Span(stretch.From, from)))
        {
            from += Words.Governors.Contains(scan.KeyAt(from - 1)) && from < last ? 1 : 0;
            while (from < last && Words.FilmWords[scan.KeyAt(from)] == "genre" && HoldsStrong(scan, from + 1, last))
            {
                from++;
            }
        }

        // "South Action Hindi Dubbed" has no head word, and needs none.
        var isKnown = hasHead && (hasStrong || !scan.HasFreeText(new Span(stretch.From, from)));
        var isDub = hasStrong && last + 1 - from >= 2;

        return isKnown || isDub ? new Marker(hasHead ? "kind.film" : "noise", new Span(from, last + 1)) : null;
    }

    private static bool HoldsStrong(TitleScan scan, int from, int last) =>
        Enumerable.Range(from, last + 1 - from).Any(i => Words.FilmWords[scan.KeyAt(i)] == "strong");

    public static string RuleOf(string role) => role is "genre" ? "genre" : $"kind.{role}";
}
