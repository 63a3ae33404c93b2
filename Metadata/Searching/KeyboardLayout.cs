using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>The two layouts of a Russian keyboard, key by key.</summary>
internal static class KeyboardLayout
{
    private const string Latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~";
    private const string Russian = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё";
    private const int Keys = 33;
    private const int LettersAlonePenalty = 20;

    private static readonly Dictionary<char, char> ToRussian = Latin.Zip(Russian).ToDictionary();
    private static readonly Dictionary<char, char> ToLatin = Russian[..Keys].Zip(Latin[..Keys]).ToDictionary();

    /// <summary>What the same keys give in the other layout: first all keys, then the letters' keys alone, for a comma
    /// may be a comma or б.</summary>
    public static IEnumerable<KeyboardReading> Readings(string text)
    {
        var lower = LetterCase.Lower(text);
        if (lower.Any(letter => letter is >= 'а' and <= 'я' or 'ё'))
        {
            yield return new KeyboardReading(lower, Typed(lower, ToLatin), 0);
        }

        if (!lower.Any(char.IsAsciiLetter))
        {
            yield break;
        }

        var all = Typed(lower, ToRussian);
        var letters = string.Concat(lower.Select(
            letter => char.IsAsciiLetter(letter) ? ToRussian.GetValueOrDefault(letter, letter) : letter));
        yield return new KeyboardReading(lower, all, 0);
        if (letters != all)
        {
            yield return new KeyboardReading(lower, letters, LettersAlonePenalty);
        }
    }

    /// <summary>Whether a word begins with a sign that is a letter in the other layout and begins no word in this one.
    /// </summary>
    public static bool BeginsLikeLetter(string text)
    {
        for (var index = 0; index + 1 < text.Length; index++)
        {
            if ("`'[];,.".Contains(text[index]) && char.IsAsciiLetter(text[index + 1])
                && (index == 0 || char.IsWhiteSpace(text[index - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static string Typed(string text, Dictionary<char, char> keys) =>
        string.Concat(text.Select(letter => keys.GetValueOrDefault(letter, letter)));
}

/// <summary>A text as if it had been typed with the other layout.</summary>
/// <param name="Penalty">How much less likely than another reading it is.</param>
internal sealed record KeyboardReading(string Typed, string Text, int Penalty)
{
    /// <summary>The texts between blanks.</summary>
    public IEnumerable<(string Typed, string Meant)> Chunks() => Typed.Split(' ').Zip(Text.Split(' '));
}
