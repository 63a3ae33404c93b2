using System.Text;

namespace Scraper.Journal;

/// <summary>Text that every database and every reader takes: no NUL, which PostgreSQL refuses, no half of a surrogate pair,
/// and not U+FFFE, which is no character.</summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny('\0', '\uFFFD', '\uFFFE') && !text.Any(char.IsSurrogate))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes gives the replacement character for a lone surrogate.
            if (rune.Value is not (0 or 0xFFFE) && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
