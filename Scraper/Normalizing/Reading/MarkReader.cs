using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>Marks that are written the same everywhere: age, size, tags.</summary>
internal static class MarkReader
{
    /// <summary>Returns the first token after the mark at <paramref name="at"/>, or null.</summary>
    public static int? TryTake(TitleScan scan, int at, int limit)
    {
        if (!scan.IsFree(at) || Match(scan, at, limit) is not var (rule, end) || end > limit)
        {
            return null;
        }

        scan.Claim(rule, new Span(at, end));

        return end;
    }

    public static void ReadAll(TitleScan scan)
    {
        for (var i = 1; i < scan.Tokens.Count; i++)
        {
            TryTake(scan, i, scan.Tokens.Count);
        }
    }

    private static (string Rule, int End)? Match(TitleScan scan, int at, int limit)
    {
        if (IsAge(scan, at, limit))
        {
            return ("age", at + 2);
        }

        if (scan.KeyAt(at) is "кп" or "imdb" or "кинопоиск" && scan.KindAt(at + 1) == TokenKind.Number)
        {
            var isDecimal = scan.KindAt(at + 2) is TokenKind.Stop or TokenKind.Comma
                && scan.KindAt(at + 3) == TokenKind.Number;

            return ("noise.rating", at + (isDecimal ? 4 : 2));
        }

        if (scan.KindAt(at) == TokenKind.Number && SizeEnd(scan, at) is { } sizeEnd)
        {
            return ("noise.size", sizeEnd);
        }

        var isTag = at > 0 && scan.KeyAt(at) == "#" && IsGlued(scan, at + 1) && scan.Tokens[at + 1].IsText;

        return isTag ? ("noise.tag", TagEnd(scan, at + 2)) : null;
    }

    /// <summary>"18+", but not "6+1".</summary>
    private static bool IsAge(TitleScan scan, int at, int limit)
    {
        if (scan.KeyAt(at) is not ("0" or "6" or "12" or "16" or "18")
            || scan.KeyAt(at + 1) != "+" || !IsGlued(scan, at + 1))
        {
            return false;
        }

        return at + 2 >= limit || !IsGlued(scan, at + 2) || !scan.Tokens[at + 2].IsText;
    }

    private static int? SizeEnd(TitleScan scan, int at)
    {
        var unit = scan.KindAt(at + 1) is TokenKind.Stop or TokenKind.Comma && scan.KindAt(at + 2) == TokenKind.Number
            ? at + 3
            : at + 1;

        return scan.KeyAt(unit) is "gb" or "mb" or "гб" or "мб" ? unit + 1 : null;
    }

    /// <summary>A tag goes on over underscores: "#новинки_кино".</summary>
    private static int TagEnd(TitleScan scan, int at)
    {
        while (at < scan.Tokens.Count && IsGlued(scan, at) && (scan.KeyAt(at) == "_" || scan.KeyAt(at - 1) == "_"))
        {
            at++;
        }

        return at;
    }

    private static bool IsGlued(TitleScan scan, int index) =>
        index < scan.Tokens.Count && scan.Tokens[index].Start == scan.Tokens[index - 1].End;
}
