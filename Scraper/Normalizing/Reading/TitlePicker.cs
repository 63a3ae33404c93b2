using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>Chooses the title among what nobody claimed: the first run, cut where an issue's own name begins.</summary>
internal static class TitlePicker
{
    public static Span? Pick(TitleScan scan, IReadOnlyList<Span> runs)
    {
        if (scan.Found is { Show: { } show, FirstMarker: null })
        {
            return show;
        }

        if (runs.Count == 0)
        {
            return null;
        }

        var chosen = scan.Found.FirstMarker is { } marker ? BeforeMarker(scan, runs, marker) : runs[0];
        var cut = Cut(scan, chosen);

        return TitleRuns.Trim(scan, cut);
    }

    private static Span BeforeMarker(TitleScan scan, IReadOnlyList<Span> runs, int marker)
    {
        var before = runs.Where(run => run.From < marker).ToList();
        if (before.Count == 0)
        {
            return runs[0];
        }

        // "Guest. Show. Выпуск от 12.02.2015": channels that date their issues name the show last.
        return scan.HasRule("episode.dated") ? KnownSentence(scan, before[^1]) : BehindSubject(scan, before);
    }

    /// <summary>"Анна Май, рыбный пирог | Кухня мира | Выпуск 9": a list with commas is what the issue is about.</summary>
    private static Span BehindSubject(TitleScan scan, List<Span> before)
    {
        var isList = before.Count == 2 && scan.KindAt(before[0].To) == TokenKind.Bar
            && Holds(scan, before[0], TokenKind.Comma) && !Holds(scan, before[1], TokenKind.Comma);

        return isList ? before[1] : before[0];
    }

    private static bool Holds(TitleScan scan, Span run, TokenKind kind) =>
        Enumerable.Range(run.From, run.Length).Any(i => scan.KindAt(i) == kind);

    /// <summary>The last sentence, if it is a programme that is known by name.</summary>
    private static Span KnownSentence(TitleScan scan, Span run)
    {
        var from = run.From;
        for (var i = run.From; i < run.To - 1; i++)
        {
            if (scan.KindAt(i) == TokenKind.Stop)
            {
                from = i + 1;
            }
        }

        return Words.Shows.StartingAt(scan, from, run.To, _ => true) is null ? run : run with { From = from };
    }

    private static Span Cut(TitleScan scan, Span run)
    {
        if (QuotedTitle.Of(scan, run) is { } quoted)
        {
            return quoted;
        }

        if (ShoutedTitle.Of(scan, run) is { } shouted)
        {
            return shouted;
        }

        var isInstalment = scan.HasRule("episode.");
        var isFilm = FilmMarks.Any(scan);
        for (var i = run.From + 1; i < run.To - 1; i++)
        {
            var isBorder = scan.KindAt(i) == TokenKind.Dash
                && ((isInstalment && StartsSubject(scan, run, i)) || (isFilm && IsSecondTitle(scan, run, i)));
            if (isBorder && scan.HasFreeText(new Span(run.From, i)))
            {
                return new Span(run.From, i);
            }

            if (scan.KindAt(i) == TokenKind.Colon && !isFilm && GuestName.Follows(scan, i, run.To))
            {
                scan.Note("episode.guest", scan.Slice(new Span(i + 1, run.To)));

                return new Span(run.From, i);
            }
        }

        return run;
    }

    /// <summary>Behind the dash an issue's subject begins; "Час пик - 3" and "Москва - не Москва" go on.</summary>
    private static bool StartsSubject(TitleScan scan, Span run, int dash) =>
        (scan.KindAt(dash + 1) != TokenKind.Number || dash + 2 < run.To)
        && !char.IsLower(scan.Text[scan.Tokens[dash + 1].Start]);

    /// <summary>"Солярис - Solaris".</summary>
    private static bool IsSecondTitle(TitleScan scan, Span run, int dash) =>
        !char.IsLower(scan.Text[scan.Tokens[dash + 1].Start])
        && Script.Differ(scan, run with { To = dash }, run with { From = dash + 1 });
}
