using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// "План 3 сезон 8 серия 35" and "План 3 сезон 8 серия" differ only at the end: where a number ends the chain, each unit
/// stands before its number, and the first number belongs to the title.
/// </summary>
internal static class MarkerChain
{
    /// <summary>Whether the chain that goes through the unit at <paramref name="unit"/> ends with a number.</summary>
    public static bool IsUnitFirst(TitleScan scan, int unit)
    {
        var at = unit;
        while (NumberWords.At(scan, at + 1) is { HasSign: false, IsSpacedRange: false } number)
        {
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
