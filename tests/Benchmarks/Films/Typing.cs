using System.Text;

namespace Benchmarks.Films;

/// <summary>How a title comes out of hurried fingers.</summary>
internal static class Typing
{
    private const string Russian = "йцукенгшщзхъфывапролджэячсмитьбюё";
    private const string Keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

    private static readonly string[] Latin =
    [
        "y", "ts", "u", "k", "e", "n", "g", "sh", "shch", "z", "kh", "", "f", "y", "v", "a", "p", "r", "o", "l", "d", "zh",
        "e", "ya", "ch", "s", "m", "i", "t", "", "b", "yu", "e",
    ];

    public static bool IsRussian(string title) => title.Any(letter => Russian.Contains(char.ToLowerInvariant(letter)));

    /// <summary>The right keys while the other layout is on, in either direction.</summary>
    public static string InOtherLayout(string title)
    {
        var (from, to) = IsRussian(title) ? (Russian, Keys) : (Keys, Russian);
        return string.Concat(title.ToLowerInvariant()
            .Select(letter => from.IndexOf(letter) is >= 0 and var at ? to[at] : letter));
    }

    public static string InLatinLetters(string title)
    {
        var text = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            var at = Russian.IndexOf(letter);
            text.Append(at >= 0 ? Latin[at] : letter);
        }

        return text.ToString();
    }

    /// <summary>One letter of the longest word left out, doubled, or swapped with the next.</summary>
    public static string Mistyped(string title, Random random)
    {
        var word = title.Split(' ').MaxBy(word => word.Length)!;
        var at = random.Next(1, word.Length - 1);
        var typed = random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, $"{word[at]}"),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return title.Replace(word, typed, StringComparison.Ordinal);
    }
}
