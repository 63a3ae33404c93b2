using System.Text;

namespace Scraper.Journal;

/// <summary>Text that every database takes: no NUL, which PostgreSQL refuses, and no half of a surrogate pair.</summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny('\0', '\uFFFD') && !text.Any(char.IsSurrogate))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes gives the replacement character for a lone surrogate.
            if (rune.Value is not 0 && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
