using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// "Поле чудес: Финал года" carries no number, so only the name tells it from a film: long-running programmes are listed.
/// </summary>
internal static class ShowReader
{
    private const int ShortestSignature = 4;

    public static void Read(TitleScan scan)
    {
        if (Signed(scan) is { } signed)
        {
            scan.Found.Show = signed;
            scan.Note("episode.signed", scan.Slice(signed));

            return;
        }

        // "Ледниковый период: Столкновение неизбежно (2016)" is a film: issues are dated, they have no year.
        if (scan.Found.Year is not null || scan.HasRule("kind.film"))
        {
            return;
        }

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

    /// <summary>"Хлопок: история власти / Вещи дня / ИВАНОВ": a channel that signs its issues names the programme before.</summary>
    private static Span? Signed(TitleScan scan)
    {
        if (scan.Segments.Count < 3 || scan.Segments[^1] is not { Length: 1 } last || scan.KeyAt(last.From - 1) != "/"
            || !IsShoutedName(scan, last.From) || scan.Found.Year is not null)
        {
            return null;
        }

        return scan.Segments.SkipLast(1).All(segment => !IsShoutedName(scan, segment.To - 1)) ? scan.Segments[^2] : null;
    }

    private static bool IsShoutedName(TitleScan scan, int at) =>
        scan.KindAt(at) == TokenKind.Word && scan.KeyAt(at).Length >= ShortestSignature
        && Script.Of(scan.KeyAt(at)) == Alphabet.Cyrillic
        && scan.Slice(new Span(at, at + 1)).All(c => !char.IsLower(c));

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
