using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>"Show: Имя Фамилия", "Show: Имя Фамилия про …", "Show: Имя Фамилия – …".</summary>
internal static class GuestName
{
    private const int NameLength = 2;

    public static bool Follows(TitleScan scan, int colon, int limit)
    {
        var end = colon + 1 + NameLength;

        // A subtitle may look like a name ("Tomb Raider"), so the given name must be a known one.
        if (end > limit || !PersonNames.IsName(scan, new Span(colon + 1, end))
            || !Words.GivenNames.Contains(scan.KeyAt(colon + 1)))
        {
            return false;
        }

        if (end == limit)
        {
            return scan.HasRule("episode.");
        }

        // "Имя Фамилия - О …" is a number of a show, not an issue with a guest.
        return scan.KeyAt(end) == "про"
            || (scan.KindAt(end) == TokenKind.Dash && scan.KeyAt(end + 1) is not ("о" or "об"));
    }
}
