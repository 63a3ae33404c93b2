namespace Scraper.Normalizing.Cleaning;

/// <summary>Latin and Cyrillic letters that look the same, put back where one word mixes both alphabets.</summary>
internal static class LookAlikes
{
    private const string Latin = "ABCEHKMOPTXYaceopxyk";
    private const string Cyrillic = "АВСЕНКМОРТХУасеорхук";

    /// <summary>The word in the alphabet of its other letters; unchanged where the mixture is meant.</summary>
    public static string Fold(string word)
    {
        var latin = 0;
        var cyrillic = 0;
        var digits = 0;
        foreach (var c in word)
        {
            latin += char.IsAsciiLetter(c) ? 1 : 0;
            cyrillic += IsCyrillic(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        // A number with one look-alike letter is a mark of quality or numbering: 4К, 1080р, 06х01.
        if (cyrillic == 1 && latin == 0 && digits > 0)
        {
            return Convert(word, Cyrillic, Latin) ?? word;
        }

        if (latin == 0 || cyrillic == 0)
        {
            return word;
        }

        return latin >= cyrillic
            ? Convert(word, Cyrillic, Latin) ?? Convert(word, Latin, Cyrillic) ?? word
            : Convert(word, Latin, Cyrillic) ?? word;
    }

    /// <summary>"Нa" alone could be either; in a Russian title it is Russian.</summary>
    public static string FoldIn(string text, string word)
    {
        var cyrillic = word.Count(IsCyrillic);
        var latin = word.Count(char.IsAsciiLetter);
        if (cyrillic == 0 || latin == 0 || text.Count(IsCyrillic) <= text.Count(char.IsAsciiLetter))
        {
            return Fold(word);
        }

        return Convert(word, Latin, Cyrillic) ?? Fold(word);
    }

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    /// <summary>Null when a letter of the one alphabet has no twin in the other.</summary>
    private static string? Convert(string word, string from, string to)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            var at = from.IndexOf(letters[i], StringComparison.Ordinal);
            if (at >= 0)
            {
                letters[i] = to[at];
            }
            else if (char.IsLetter(letters[i]) && char.IsAsciiLetter(letters[i]) == char.IsAsciiLetter(from[0]))
            {
                return null;
            }
        }

        return new string(letters);
    }
}
