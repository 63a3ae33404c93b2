using System.Text;
using Metadata.Matching;

namespace Metadata.Movies;

/// <summary>A title in Latin letters, digits and hyphens, for a film's address.</summary>
internal static class Slug
{
    private const int MaxLength = 80;

    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z",
        ['и'] = "i", ['й'] = "y", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p",
        ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch",
        ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya",
        ['і'] = "i", ['є'] = "ye", ['ґ'] = "g",
    };

    /// <summary>"film" for a title without a letter that can be written so.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in TitleText.Fold(title))
        {
            slug.Append(letter switch
            {
                ' ' => "-",
                _ when char.IsAsciiLetterOrDigit(letter) => letter.ToString(),
                _ => Latin.GetValueOrDefault(letter, ""),
            });
        }

        var words = slug.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var whole = string.Join('-', words);
        return whole.Length switch
        {
            0 => "film",
            > MaxLength => whole[..MaxLength].TrimEnd('-'),
            _ => whole,
        };
    }
}
