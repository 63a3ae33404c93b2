using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// "Поле чудес: Финал года" carries no number, so only the name tells it from a film: long-running programmes are listed.
/// </summary>
internal static class ShowReader
{
    public static void Read(TitleScan scan)
    {
        foreach (var segment in scan.Segments)
        {
            for (var i = segment.From; i < segment.To && i <= segment.From + 1; i++)
            {
                if (Words.Shows.StartingAt(scan, i, segment.To, _ => true) is { } phrase
                    && EndsAtBorder(scan, segment, i + phrase.Keys.Count))
                {
                    var show = new Span(i, i + phrase.Keys.Count);
                    scan.Found.Show = show;
                    scan.Note(phrase.Rule, scan.Slice(show));

                    return;
                }
            }
        }
    }

    /// <summary>A card of the whole programme, without a subject, is not an issue of it.</summary>
    private static bool EndsAtBorder(TitleScan scan, Span segment, int end)
    {
        if (end >= segment.To)
        {
            return scan.Segments.Count > 1;
        }

        return scan.KeyAt(end - 1) == "!"
            || scan.KindAt(end) is TokenKind.Colon or TokenKind.Dash or TokenKind.Comma or TokenKind.Quote;
    }
}
