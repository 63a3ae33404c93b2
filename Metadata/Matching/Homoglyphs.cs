namespace Metadata.Matching;

/// <summary>Letters of Latin and Cyrillic that look alike, in capitals or small, and get mixed within a word.</summary>
internal static class Homoglyphs
{
    private const string Latin = "abcehijkmopstxy";
    private const string Cyrillic = "авсеніјкморѕтху";

    private static readonly Dictionary<char, char> ToCyrillic = Latin.Zip(Cyrillic).ToDictionary();
    private static readonly Dictionary<char, char> ToLatin = Cyrillic.Zip(Latin).ToDictionary();

    /// <summary>Brings a lower-case word that mixes both scripts to the script of its unmistakable letters.</summary>
    public static string Fold(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('a', 'z') || !word.AsSpan().ContainsAnyInRange('\u0400', '\u052F'))
        {
            return word;
        }

        var surelyLatin = word.Any(letter => IsLatin(letter) && !ToCyrillic.ContainsKey(letter));
        var surelyCyrillic = word.Any(letter => IsCyrillic(letter) && !ToLatin.ContainsKey(letter));
        return (surelyLatin, surelyCyrillic) switch
        {
            (true, true) => word,
            (true, false) => Replace(word, ToLatin),
            (false, true) => Replace(word, ToCyrillic),
            _ when RomanNumerals.Values.ContainsKey(Replace(word, ToLatin)) => Replace(word, ToLatin),
            _ => Replace(word, word.Count(IsLatin) > word.Count(IsCyrillic) ? ToLatin : ToCyrillic),
        };
    }

    private static string Replace(string word, Dictionary<char, char> letters) =>
        string.Concat(word.Select(letter => letters.GetValueOrDefault(letter, letter)));

    private static bool IsLatin(char letter) => letter is >= 'a' and <= 'z';

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';
}
