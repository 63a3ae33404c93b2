using System.Globalization;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>Numbers of seasons and issues: "5", "№ 5", "5-я", "пятая", "1-8" (its first).</summary>
internal static class NumberWords
{
    private const int MaxDigits = 5;

    private static readonly Dictionary<string, int> Ordinals = OfRole("ordinal");
    private static readonly Dictionary<string, int> Cardinals = OfRole("cardinal");

    /// <param name="Value">The number, or the first of a range.</param>
    /// <param name="Next">First token after it.</param>
    /// <param name="HasSign">A № or # stands before it.</param>
    /// <param name="IsSpacedRange">A dash with blanks parts it from a second number: a range, or two numbers.</param>
    internal readonly record struct Reading(int Value, int Next, bool HasSign, bool IsSpacedRange);

    public static Reading? At(TitleScan scan, int index)
    {
        var sign = scan.KeyAt(index) is "#" or "№";
        var at = sign ? index + 1 : index;
        if (scan.KindAt(at) is not (TokenKind.Word or TokenKind.Number) || !scan.IsFree(at))
        {
            return null;
        }

        var value = Parse(scan.KeyAt(at));
        if (value is null || (!sign && YearReader.IsYear(scan, at)))
        {
            return null;
        }

        var isRange = scan.KeyAt(at + 1) is "-" or "–" or "—" && scan.KindAt(at + 2) == TokenKind.Number;

        return new Reading(
            value.Value, isRange ? at + 3 : at + 1, sign, isRange && scan.KindAt(at + 1) == TokenKind.Dash);
    }

    /// <summary>"Eight" of "Part Eight".</summary>
    public static int? Cardinal(string key) =>
        Cardinals.TryGetValue(key, out var value) ? value : Digits(key);

    private static int? Parse(string key)
    {
        if (Ordinals.TryGetValue(key, out var ordinal))
        {
            return ordinal;
        }

        var digits = key.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var ending = digits < 0 ? "" : key.AsSpan(digits).TrimStart('-');

        return ending is "" or "й" or "я" or "ая" or "ый" or "ой" or "ий" or "е" or "го"
            ? Digits(key.AsSpan(0, digits < 0 ? key.Length : digits))
            : null;
    }

    private static int? Digits(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxDigits
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static Dictionary<string, int> OfRole(string role) =>
        VocabularyFile.Rows("numbers.tsv").Where(row => row[2] == role)
            .ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
