using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

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

        TakeLeadingTag(scan);
    }

    private static (string Rule, int End)? Match(TitleScan scan, int at, int limit)
    {
        if (scan.KeyAt(at) == "pg-13")
        {
            return ("age", at + 1);
        }

        if (IsAge(scan, at, limit))
        {
            return ("age", at + 2);
        }

        if (RatingEnd(scan, at) is { } ratingEnd)
        {
            return ("noise.rating", ratingEnd);
        }

        if (IsReleaseGroup(scan.KeyAt(at)))
        {
            return ("quality", at + 1);
        }

        if (scan.KindAt(at) == TokenKind.Number && SizeEnd(scan, at) is { } sizeEnd)
        {
            return ("noise.size", sizeEnd);
        }

        var isTag = at > 0 && !scan.IsQuoted(at)
            && scan.KeyAt(at) == "#" && scan.KindAt(at - 1) is not TokenKind.Colon && scan.IsGlued(at + 1) && scan.Tokens[at + 1].IsText;

        return isTag ? ("noise.tag", TagEnd(scan, at + 2)) : null;
    }

    /// <summary>"#фильм Брат": a film may be called "#жить", so the tag must be a known word of decoration.</summary>
    private static void TakeLeadingTag(TitleScan scan)
    {
        var isKnown = scan.KeyAt(0) == "#" && scan.Tokens.Count > 2
            && (Words.KindWords.ContainsKey(scan.KeyAt(1)) || Words.Genres.ContainsKey(scan.KeyAt(1)));
        if (isKnown && scan.HasFreeText(new Span(2, scan.Tokens.Count)))
        {
            scan.Claim("noise.tag", new Span(0, 2));
        }
    }

    /// <summary>"КП 8.1", "IMDb: 7.4", "рейтинг КП 7,9".</summary>
    private static int? RatingEnd(TitleScan scan, int at)
    {
        var value = at;
        while (scan.KeyAt(value) is "рейтинг" or "rating" or "кп" or "kp" or "imdb" or "кинопоиск" or "кинопоиска")
        {
            value++;
        }

        value += value > at && scan.KindAt(value) is TokenKind.Colon or TokenKind.Dash or TokenKind.Bar ? 1 : 0;
        if (value == at || scan.KindAt(value) != TokenKind.Number)
        {
            return null;
        }

        var isDecimal = scan.KindAt(value + 1) is TokenKind.Stop or TokenKind.Comma
            && scan.KindAt(value + 2) == TokenKind.Number && scan.IsGlued(value + 2);

        return value + (isDecimal ? 3 : 1);
    }

    /// <summary>"x264-SPARKS": a codec with the name of those who encoded the file.</summary>
    private static bool IsReleaseGroup(string key) =>
        key.LastIndexOf('-') is > 0 and var hyphen && Words.Decorations.IsTerm(key[..hyphen], "quality");

    /// <summary>"18+", but not "6+1".</summary>
    private static bool IsAge(TitleScan scan, int at, int limit)
    {
        if (scan.KeyAt(at) is not ("0" or "6" or "12" or "16" or "18")
            || scan.KeyAt(at + 1) != "+" || !scan.IsGlued(at + 1))
        {
            return false;
        }

        return at + 2 >= limit || !scan.IsGlued(at + 2) || !scan.Tokens[at + 2].IsText;
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
        while (at < scan.Tokens.Count && scan.IsGlued(at) && (scan.KeyAt(at) == "_" || scan.KeyAt(at - 1) == "_"))
        {
            at++;
        }

        return at;
    }
}
