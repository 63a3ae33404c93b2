using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>A run that opens with a quoted name: «Бриллиантовая рука», "Дежурный врач": "Первый снег".</summary>
internal static class QuotedTitle
{
    public static Span? Of(TitleScan scan, Span run)
    {
        if (scan.KindAt(run.From) != TokenKind.Quote)
        {
            return null;
        }

        var close = ClosingQuote(scan, run);
        if (close is not { } end || !scan.HasFreeText(new Span(run.From + 1, end)))
        {
            return null;
        }

        // A lower-case word goes on with the sentence: «Титаник» в Калуге.
        var next = end + 1;
        var goesOn = next < run.To && scan.KindAt(next) == TokenKind.Word
            && char.IsLower(scan.Text[scan.Tokens[next].Start]);
        if (goesOn)
        {
            return null;
        }

        if (scan.KindAt(next) == TokenKind.Colon && scan.KindAt(next + 1) == TokenKind.Quote && next < run.To)
        {
            scan.Note("episode.quoted-pair", scan.Slice(run));
        }
        else if (next < run.To && PersonNames.IsList(scan, new Span(next, run.To)))
        {
            scan.Note("episode.guests", scan.Slice(new Span(next, run.To)));
        }

        return new Span(run.From + 1, end);
    }

    private static int? ClosingQuote(TitleScan scan, Span run)
    {
        // «Рисовашки. "На Луне"»: a name within the name.
        var last = run.To - 1;
        if (scan.KindAt(last) == TokenKind.Quote && scan.KindAt(last - 1) == TokenKind.Quote && last - 1 > run.From)
        {
            return last;
        }

        for (var i = run.From + 1; i < run.To; i++)
        {
            if (scan.KindAt(i) == TokenKind.Quote && scan.KeyAt(i) is not ("«" or "„"))
            {
                return i;
            }
        }

        return null;
    }
}
