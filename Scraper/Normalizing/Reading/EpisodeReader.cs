using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>Season and episode, wherever they stand. What stands before the first marker names the show.</summary>
internal static class EpisodeReader
{
    public static void Read(TitleScan scan)
    {
        var last = -1;
        for (var i = 0; i < scan.Tokens.Count; i++)
        {
            if (!scan.IsFree(i))
            {
                continue;
            }

            var marker = MarkerGrammar.At(scan, i) ?? Count(scan, i) ?? (last >= 0 ? Adjunct(scan, i, last) : null);
            if (marker is not { } found)
            {
                continue;
            }

            Take(scan, found);
            last = found.Span.To;
            i = last - 1;
        }

        ReadDatedIssue(scan);
    }

    private static void Take(TitleScan scan, Marker marker)
    {
        scan.Claim(marker.Rule, marker.Span);
        scan.Found.Season ??= marker.Season;
        scan.Found.Episode ??= marker.Episode;
        scan.Found.FirstMarker ??= marker.Span.From;
    }

    /// <summary>"[26 из 26]": only alone in its bracket.</summary>
    private static Marker? Count(TitleScan scan, int index)
    {
        var alone = scan.KindAt(index - 1) == TokenKind.Open && scan.KindAt(index + 3) == TokenKind.Close;

        return alone && scan.KindAt(index) == TokenKind.Number && scan.KeyAt(index + 1) is "из" or "of"
            && scan.KindAt(index + 2) == TokenKind.Number
                ? new Marker("episode.count", new Span(index, index + 3))
                : null;
    }

    /// <summary>"ФИНАЛ", "часть 2", "заключительная серия" right after a marker.</summary>
    private static Marker? Adjunct(TitleScan scan, int index, int last)
    {
        var from = last;
        while (from < index && IsTie(scan, from))
        {
            from++;
        }

        if (from != index)
        {
            return null;
        }

        if (MarkerGrammar.UnitAt(scan, index) == "finale")
        {
            var unit = MarkerGrammar.UnitAt(scan, index + 1) is "episode" or "chapter" or "season";

            return new Marker("episode.finale", new Span(index, index + (unit ? 2 : 1)));
        }

        return scan.KeyAt(index) == "часть" && scan.KindAt(index + 1) == TokenKind.Number
            ? new Marker("episode.part", new Span(index, index + 2))
            : null;
    }

    private static bool IsTie(TitleScan scan, int index) =>
        scan.KindAt(index) is TokenKind.Comma or TokenKind.Stop or TokenKind.Dash or TokenKind.Bar;

    /// <summary>"Выпуск от 12.02.2015", "Эфир от 03.08.2013".</summary>
    private static void ReadDatedIssue(TitleScan scan)
    {
        for (var i = 0; i + 1 < scan.Tokens.Count; i++)
        {
            if (scan.KeyAt(i) is "выпуск" or "эфир" && scan.IsFree(i)
                && (scan.KeyAt(i + 1) == "от" || scan.KindAt(i + 1) == TokenKind.Number) && !scan.IsFree(i + 1))
            {
                Take(scan, new Marker("episode.dated", new Span(i, i + 1)));
            }
        }
    }
}
