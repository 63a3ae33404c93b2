using System.Text;
using Metadata.Matching;

namespace Metadata.Movies;

/// <summary>A title in Latin letters, digits and hyphens, for a film's address.</summary>
internal static class Slug
{
    private const int MaxLength = 80;

    // A Cyrillic letter, and the Latin ones for it.
    private static readonly Dictionary<char, string> Latin =
        ("аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ыy эe юyu яya іi єye ґg")
            .Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);

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
