using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// "План 3 сезон 8 серия 35" and "План 3 сезон 8 серия" differ only at the end: where a number ends the chain, each unit
/// stands before its number, and the first number belongs to the title.
/// </summary>
internal static class MarkerChain
{
    /// <summary>A title has a season and an issue; longer chains are no titles, and must not cost.</summary>
    private const int LongestChain = 6;

    /// <summary>Whether the chain that goes through the unit at <paramref name="unit"/> ends with a number.</summary>
    public static bool IsUnitFirst(TitleScan scan, int unit)
    {
        var at = unit;
        for (var i = 0; i < LongestChain; i++)
        {
            if (NumberWords.At(scan, at + 1) is not { HasSign: false, IsSpacedRange: false } number)
            {
                return false;
            }

            var next = number.Next + (scan.KindAt(number.Next) == TokenKind.Comma ? 1 : 0);
            if (MarkerGrammar.UnitAt(scan, next) is not ("season" or "episode"))
            {
                return true;
            }

            at = next;
        }

        return false;
    }
}
