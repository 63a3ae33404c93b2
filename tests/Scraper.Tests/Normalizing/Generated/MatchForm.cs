using System.Globalization;
using System.Text;
using Scraper.Normalizing.Cleaning;

namespace Scraper.Tests.Normalizing.Generated;

/// <summary>
/// The form in which two titles are the same: compatibility forms, case, ё, look-alike letters, punctuation, "&amp;" and
/// Roman numbers made one. Letters of another alphabet are not.
/// </summary>
internal static class MatchForm
{
    private const char StressMark = '\u0301';

    private static readonly string[] Romans =
    [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
        "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];

    public static string Of(string title)
    {
        var letters = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormKC))
        {
            if (c != StressMark && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                letters.Append(char.IsLetterOrDigit(c) || c is '+' or '&' or '%' ? c : ' ');
            }
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word);

        return string.Join(' ', words);
    }

    private static string Word(string word)
    {
        var folded = LookAlikes.Fold(word).ToLowerInvariant().Replace('ё', 'е');
        var roman = Array.IndexOf(Romans, folded);

        return (folded, roman) switch
        {
            ("&" or "и" or "and", _) => "&",
            (_, >= 0) => (roman + 1).ToString(CultureInfo.InvariantCulture),
            _ => folded,
        };
    }
}
