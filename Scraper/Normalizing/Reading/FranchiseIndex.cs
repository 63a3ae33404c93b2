using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>"Кубики 1": uploaders number the first film of a line too, though its title has no number.</summary>
internal static class FranchiseIndex
{
    public static bool IsAtEnd(TitleScan scan, Span title)
    {
        var last = title.To - 1;
        if (title.Length < 2 || scan.KeyAt(last) != "1" || scan.KindAt(last - 1) != TokenKind.Word)
        {
            return false;
        }

        var before = scan.KeyAt(last - 1);
        var isAlone = last - 1 == title.From || scan.KindAt(last - 2) != TokenKind.Word;

        return !Words.IndexGuards.Contains(before) && !(isAlone && Words.NameGuards.Contains(before))
            && before.Any(char.IsLetter);
    }
}
