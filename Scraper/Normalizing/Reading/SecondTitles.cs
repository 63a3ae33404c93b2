using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// Titles beside the title: the first in another alphabet is the original, others in the same are alternatives.
/// </summary>
internal static class SecondTitles
{
    private const int LongestAlternative = 7;

    public static (Span? Original, IReadOnlyList<Span> Alternatives) Of(
        TitleScan scan, IReadOnlyList<Span> runs, Span title)
    {
        var alphabet = Script.Of(scan, title);
        if (alphabet == Alphabet.Latin && !FilmMarks.Any(scan) && !scan.HasRule("trailer"))
        {
            return (null, []);
        }

        Span? original = null;
        var alternatives = new List<Span>();
        foreach (var span in Candidates(scan, runs, title))
        {
            var isOther = IsOther(alphabet, Script.Of(scan, span));
            if (isOther && original is null && IsTitleLike(scan, span))
            {
                original = span;
            }
            else if (!isOther && IsAlternative(scan, span, alphabet))
            {
                alternatives.Add(span);
            }
        }

        return (original, alternatives);
    }

    /// <summary>"1+1 / Intouchables": a title without letters takes any Latin neighbour for its original.</summary>
    private static bool IsOther(Alphabet title, Alphabet beside) =>
        Script.Differ(title, beside) || (title == Alphabet.None && beside == Alphabet.Latin);

    private static IEnumerable<Span> Candidates(TitleScan scan, IReadOnlyList<Span> runs, Span title)
    {
        var spans = new List<Span>();
        foreach (var run in runs)
        {
            var isTitleRun = run.From < title.To && title.From < run.To;
            if (!isTitleRun)
            {
                spans.Add(run);
            }
            else if (scan.KindAt(title.To) == TokenKind.Dash && !scan.HasRule("episode."))
            {
                spans.Add(TitleRuns.Trim(scan, run with { From = title.To + 1 }));
            }
        }

        spans.AddRange(Asides(scan, title));

        return spans.Where(span => IsApart(scan, span, title)).OrderBy(span => span.From);
    }

    /// <summary>Unclaimed pieces of brackets behind the title.</summary>
    private static IEnumerable<Span> Asides(TitleScan scan, Span title)
    {
        foreach (var group in scan.Groups.Where(group => group.Open >= title.To && group.IsClosed))
        {
            foreach (var piece in Pieces(scan, group))
            {
                var trimmed = TitleRuns.Trim(scan, piece);
                if (trimmed.Length > 0)
                {
                    yield return trimmed;
                }
            }
        }
    }

    private static IEnumerable<Span> Pieces(TitleScan scan, BracketGroup group)
    {
        var from = group.From;
        for (var i = group.From; i <= group.To; i++)
        {
            if (i == group.To || !scan.IsFree(i) || (scan.KindAt(i) == TokenKind.Comma && !GoesOn(scan, i + 1, group.To)))
            {
                yield return new Span(from, i);
                from = i + 1;
            }
        }
    }

    /// <summary>"(Повар, вор, его жена и её любовник, 1989)": behind the comma the title goes on in small letters.</summary>
    private static bool GoesOn(TitleScan scan, int at, int limit) =>
        at < limit && scan.IsFreeInGroup(at) && char.IsLower(scan.Text[scan.Tokens[at].Start]);

    /// <summary>In an instalment the rest of the same stretch is the name, not a second title.</summary>
    private static bool IsApart(TitleScan scan, Span span, Span title)
    {
        if (span.Length <= 0 || span.From < title.To)
        {
            return span.Length > 0 && span.To <= title.From && !scan.HasRule("episode.");
        }

        if (!scan.HasRule("episode."))
        {
            return true;
        }

        return scan.KeyAt(span.From - 1) is "/" or "//" || scan.IsInGroup(span.From);
    }

    private static bool IsTitleLike(TitleScan scan, Span span)
    {
        var end = span.To;
        while (end < scan.Tokens.Count && !scan.Tokens[end].IsText && scan.KindAt(end) is not TokenKind.Bar)
        {
            end++;
        }

        var tail = scan.Slice(new Span(span.To - 1, end));
        var isCut = tail.Contains("...", StringComparison.Ordinal) || tail.Contains('…');

        return !isCut && scan.Tokens[span.From].IsText && !IsRemarkBehindBracket(scan, span)
            && !PersonNames.IsList(scan, span);
    }

    /// <summary>"Solaris (1972) лучшие сцены": what goes on in small letters names nothing.</summary>
    private static bool IsRemarkBehindBracket(TitleScan scan, Span span) =>
        char.IsLower(scan.Text[scan.Tokens[span.From].Start])
        && scan.KindAt(span.From - 1) is not (TokenKind.Bar or TokenKind.Dash)
        && scan.Text.Any(char.IsUpper);

    private static bool IsAlternative(TitleScan scan, Span span, Alphabet title) =>
        Script.Of(scan, span) == title && title == Alphabet.Cyrillic
        && span.Length <= LongestAlternative
        && !PersonNames.IsName(scan, span)
        && !Enumerable.Range(span.From, span.Length).Any(i => IsRemark(scan, i))
        && char.IsUpper(scan.Slice(span)[0]);

    private static bool IsRemark(TitleScan scan, int index) =>
        scan.KindAt(index) is TokenKind.Comma or TokenKind.Dash || scan.KeyAt(index) is "?" or "!";
}
