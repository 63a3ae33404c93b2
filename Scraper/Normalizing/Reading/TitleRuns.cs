using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>What nobody claimed: the stretches among which the title is.</summary>
internal static class TitleRuns
{
    private const string OpeningMarks = "+#$…¡¿*";
    private const string ClosingMarks = "!?…$%+°*";

    public static IReadOnlyList<Span> Of(TitleScan scan)
    {
        var runs = new List<Span>();
        foreach (var segment in scan.Segments)
        {
            Collect(scan, segment, runs);
        }

        return runs;
    }

    /// <summary>Without the marks that tie a title to its neighbours; "!", "?" and "…" belong to it.</summary>
    public static Span Trim(TitleScan scan, Span run)
    {
        var from = run.From;
        var to = run.To;
        while (from < to && IsTie(scan, from, isLeading: true))
        {
            from++;
        }

        while (to > from && IsTie(scan, to - 1, isLeading: false))
        {
            to--;
        }

        return from < to ? DropLoneQuote(scan, new Span(from, to)) : new Span(from, from);
    }

    /// <summary>A quotation mark whose partner was claimed with its neighbours.</summary>
    private static Span DropLoneQuote(TitleScan scan, Span run)
    {
        var quotes = Enumerable.Range(run.From, run.Length).Count(i => scan.KindAt(i) == TokenKind.Quote);
        if (quotes != 1)
        {
            return run;
        }

        if (scan.KindAt(run.From) == TokenKind.Quote)
        {
            return run with { From = run.From + 1 };
        }

        return scan.KindAt(run.To - 1) == TokenKind.Quote ? run with { To = run.To - 1 } : run;
    }

    private static void Collect(TitleScan scan, Span segment, List<Span> runs)
    {
        for (var i = segment.From; i < segment.To;)
        {
            var end = i;
            while (end < segment.To && scan.IsFree(end) && !scan.IsInGroup(end))
            {
                end++;
            }

            var run = Trim(scan, new Span(i, end));
            if (scan.HasFreeText(run))
            {
                runs.Add(run);
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static bool IsTie(TitleScan scan, int at, bool isLeading)
    {
        var token = scan.Tokens[at];

        return token.Kind switch
        {
            TokenKind.Word or TokenKind.Number or TokenKind.Quote => false,
            TokenKind.Stop => !isLeading || scan.KindAt(at + 1) != TokenKind.Stop,
            TokenKind.Open => !isLeading || scan.IsInGroup(at),
            TokenKind.Close => isLeading,
            TokenKind.Mark => !(isLeading ? OpeningMarks : ClosingMarks).Contains(token.Key, StringComparison.Ordinal),
            _ => true,
        };
    }
}
