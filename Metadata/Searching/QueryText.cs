using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>What a visitor typed.</summary>
/// <param name="Raw">Without the quotes.</param>
/// <param name="IsLiteral">Whether it stood in quotes and must not be corrected.</param>
internal sealed record QueryText(string Raw, bool IsLiteral, IReadOnlyList<string> Words)
{
    public static QueryText Read(string text)
    {
        var raw = text.Trim();
        var quoted = raw.Length > 1 && (raw[0], raw[^1]) is ('"', '"') or ('«', '»');
        raw = quoted ? raw[1..^1] : raw;
        return new QueryText(raw, quoted, WordsOf(raw));
    }

    /// <summary>The words of a text; none when there are only signs.</summary>
    public static IReadOnlyList<string> WordsOf(string text) =>
        TitleText.Words(text) is var words && words.All(word => word == "&") ? [] : words;
}
