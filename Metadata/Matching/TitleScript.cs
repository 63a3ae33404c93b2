namespace Metadata.Matching;

internal static class TitleScript
{
    /// <summary>Whether a title has a Cyrillic letter: for our visitors such a title comes before a foreign one.</summary>
    public static bool IsCyrillic(string title) => title.Any(letter => letter is >= '\u0400' and <= '\u052F');
}
