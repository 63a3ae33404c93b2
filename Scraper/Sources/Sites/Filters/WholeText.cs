using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Sites.Filters;

/// <summary>Reads the first whole number of a text, as sites write them: "12 345 просмотров", "1,2 тыс.", "3M".</summary>
internal static partial class WholeText
{
    public static string? Read(string text)
    {
        if (Number().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var digits = match.Groups["whole"].Value;
        var factor = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "тыс" or "k" or "к" => 1_000,
            "млн" or "m" or "м" => 1_000_000,
            _ => 1,
        };
        var fraction = factor > 1 ? match.Groups["fraction"].Value : "";
        var whole = string.Concat(digits.Where(char.IsAsciiDigit));
        return decimal.TryParse(
                $"{whole}.{(fraction.Length > 0 ? fraction : "0")}", NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number)
            && number * factor <= long.MaxValue
                ? ((long)(number * factor)).ToString(CultureInfo.InvariantCulture)
                : null;
    }

    // Thousands are parted by a blank of any width, a comma, a point or an apostrophe; a group has three digits.
    [GeneratedRegex(
        @"(?<whole>[0-9]{1,3}(?:[\s,.'’][0-9]{3})+|[0-9]{1,18})(?:[.,](?<fraction>[0-9]{1,2}))?\s?(?<unit>тыс|млн|[kкmм](?:[^\p{L}]|$))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
