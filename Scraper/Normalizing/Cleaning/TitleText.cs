using System.Globalization;
using System.Net;
using System.Text;

namespace Scraper.Normalizing.Cleaning;

/// <summary>
/// Turns a raw title into plain text: what cannot be seen is gone, what only decorates becomes a bar.
/// </summary>
internal static class TitleText
{
    /// <summary>Longer titles are cut: no host allows them, and the readers' cost stays bounded.</summary>
    public const int MaxLength = 1000;

    private const char NoCharacter = '\uFFFE';

    private const char StressMark = '\u0301';

    public static string Clean(string raw)
    {
        var cut = raw.Length > MaxLength ? raw[..MaxLength] : raw;
        var decoded = WellFormed(Mojibake.Repair(WebUtility.HtmlDecode(WebUtility.HtmlDecode(cut))));
        var plain = DropDecoration(decoded.Normalize(NormalizationForm.FormC));

        return AlsoKnown.Part(LetterSpacing.Close(FileNames.Open(Collapse(plain))));
    }

    /// <summary>A cut, broken or escaped text may hold half a surrogate pair, or the one character that no text has.
    /// Normalization refuses both.</summary>
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains(NoCharacter))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value != NoCharacter))
        {
            AppendTo(builder, rune);
        }

        return builder.ToString();
    }

    private static string DropDecoration(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case StressMark or '\u00AD' or '™' or '®' or '©':
                    break;
                case '♥' or '❤' or '♡':
                    builder.Append(' ');
                    break;
                case '【' or '［':
                    builder.Append(" [");
                    break;
                case '】' or '］':
                    builder.Append("] ");
                    break;
                case >= 0xFF01 and <= 0xFF5E:
                    builder.Append((char)(rune.Value - 0xFEE0));
                    break;
                default:
                    Append(builder, rune);
                    break;
            }
        }

        return builder.ToString();
    }

    private static void Append(StringBuilder builder, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
            case UnicodeCategory.Control when rune.Value is '\n' or '\r':
                builder.Append(" | ");
                break;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator:
                builder.Append(' ');
                break;
            case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
            case UnicodeCategory.EnclosingMark:
            case UnicodeCategory.NonSpacingMark when rune.Value is >= 0xFE00 and <= 0xFE0F:
                break;
            case UnicodeCategory.OtherSymbol when rune.Value is not '№' and not '°':
            case UnicodeCategory.ModifierSymbol when rune.Value > 0x1F000:
                builder.Append(" • ");
                break;
            default:
                AppendTo(builder, rune);
                break;
        }
    }

    /// <summary>As StringBuilder.Append would, without a box and a string for each letter.</summary>
    private static void AppendTo(StringBuilder builder, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        builder.Append(units[..rune.EncodeToUtf16(units)]);
    }

    private static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '•', '|');
}
