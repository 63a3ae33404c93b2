using System.Text.RegularExpressions;

namespace Metadata.Editing.Exclusions;

/// <summary>A raw title in which * stands for any letters, or none. Case does not count.</summary>
internal sealed class TitlePattern(string pattern)
{
    /// <summary>Fewer would keep out films that nobody thought of.</summary>
    public const int MinLetters = 2;

    private const char AnyLetters = '*';

    // Without backtracking: the time stays in step with the title's length, whatever the pattern.
    private readonly Regex _regex = new(
        $@"\A{string.Join(".*", pattern.Split(AnyLetters).Select(Regex.Escape))}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    /// <summary>Whether a pattern says enough to be meant.</summary>
    public static bool IsSpecific(string pattern) => pattern.Count(char.IsLetterOrDigit) >= MinLetters;

    public bool Fits(string rawTitle) => _regex.IsMatch(rawTitle);
}
