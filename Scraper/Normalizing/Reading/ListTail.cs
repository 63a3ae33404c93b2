using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// Facts listed behind the title: "Тень, 2025, США, драма". The words alone could be its own ("Прощай, Америка"), so
/// the list must hold a year or stand behind something claimed.
/// </summary>
internal static class ListTail
{
    public static bool TryTake(TitleScan scan, Span stretch, int last)
    {
        if (LastPart(scan, stretch, last) is not { } part)
        {
            return false;
        }

        foreach (var (phrase, span) in WholeCover.Of(scan, part) ?? [])
        {
            WholeCover.Take(scan, phrase, span);
        }

        return true;
    }

    /// <summary>The part behind the last comma or full stop, if it is one of such a list.</summary>
    private static Span? LastPart(TitleScan scan, Span stretch, int last)
    {
        var border = last;
        while (border > stretch.From && scan.KindAt(border) is not (TokenKind.Comma or TokenKind.Stop))
        {
            border--;
        }

        var part = new Span(border + 1, last + 1);
        if (border <= stretch.From || part.Length == 0 || scan.IsInGroup(border)
            || WholeCover.Of(scan, part) is not { Count: > 0 } pieces || !Fits(scan, border, pieces))
        {
            return null;
        }

        var before = border - 1;
        var isAnchored = pieces.Any(piece => piece.Phrase.Rule is "year.bare" or "quality")
            || !scan.IsFreeText(before) || YearReader.IsYear(scan, before);

        return isAnchored || LastPart(scan, stretch, before) is not null ? part : null;
    }

    /// <summary>A sentence of its own must be a genre: "Лего. Фильм" is a name.</summary>
    private static bool Fits(TitleScan scan, int border, IReadOnlyList<(Phrase Phrase, Span Span)> pieces) =>
        scan.KindAt(border) == TokenKind.Comma || pieces.All(piece => piece.Phrase.Rule is "genre" or "year.bare");
}
