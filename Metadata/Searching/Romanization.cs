using System.Text;

namespace Metadata.Searching;

/// <summary>Russian words in Latin letters, and a good guess back.</summary>
internal static class Romanization
{
    private const string Letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    private static readonly string[] Latin =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
        "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];

    // The longest first; "y" after a vowel is й, elsewhere ы.
    private static readonly (string Latin, string Russian)[] Guesses =
    [
        ("shch", "щ"), ("yy", "ый"), ("iy", "ий"), ("ij", "ий"), ("sch", "щ"), ("shh", "щ"), ("zh", "ж"), ("kh", "х"),
        ("ch", "ч"), ("sh", "ш"), ("ts", "ц"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"),
        ("ia", "ия"), ("yo", "е"), ("jo", "е"), ("a", "а"), ("b", "б"), ("c", "ц"), ("d", "д"), ("e", "е"),
        ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"),
        ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"),
        ("x", "х"), ("y", "ы"), ("z", "з"),
    ];

    public static string Of(ReadOnlySpan<char> word)
    {
        var latin = new StringBuilder(word.Length + 4);
        foreach (var letter in word)
        {
            var index = Letters.IndexOf(letter);
            _ = index < 0 ? latin.Append(letter) : latin.Append(Latin[index]);
        }

        return latin.ToString();
    }

    /// <summary>The Russian letters that a Latin word most likely stands for.</summary>
    public static string Russian(string word)
    {
        var russian = new StringBuilder(word.Length);
        for (var rest = word.AsSpan(); rest.Length > 0;)
        {
            var (latin, letters) = GuessAt(rest);
            if (latin == "y" && russian.Length > 0 && "аеиоуыэюя".Contains(russian[^1]))
            {
                letters = "й";
            }

            _ = latin.Length == 0 ? russian.Append(rest[0]) : russian.Append(letters);
            rest = rest[Math.Max(1, latin.Length)..];
        }

        return russian.ToString();
    }

    public static string InOtherAlphabet(string word) => word.Any(char.IsAsciiLetter) ? Russian(word) : Of(word);

    private static (string Latin, string Russian) GuessAt(ReadOnlySpan<char> text)
    {
        foreach (var guess in Guesses)
        {
            if (text.StartsWith(guess.Latin))
            {
                return guess;
            }
        }

        return ("", "");
    }
}
