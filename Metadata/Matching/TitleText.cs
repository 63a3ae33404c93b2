using System.Buffers;
using System.Globalization;
using System.Text;

namespace Metadata.Matching;

/// <summary>The plain words of a title: lower case, ё as е, no accents but й, no punctuation, look-alike letters in
/// one script, one space between words.</summary>
internal static class TitleText
{
    // PostgreSQL's index takes 2,700 bytes, and a character may decompose into many.
    private const int MaxLength = 600;

    // No character of these decomposes into more, so that a text of this length is never cut.
    private const int MaxPlainLength = MaxLength;

    private static readonly SearchValues<char> PlainLetters = SearchValues.Create(
        " !\"#$%'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]_abcdefghijklmnopqrstuvwxyz{|}~«»–—" +
        "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя");

    private const char Breve = '\u0306';

    public static string Fold(string text) => string.Join(' ', Words(text));

    /// <summary>The words of <paramref name="text"/>; "&amp;" is one of them.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; index < words.Length; index++)
        {
            words[index] = Homoglyphs.Fold(words[index]);
        }

        return words;
    }

    private static string Plain(string text) =>
        text.Length <= MaxPlainLength && !text.AsSpan().ContainsAnyExcept(PlainLetters) ? PlainOfKnown(text) : PlainOfAny(text);

    // Nearly every title: letters that need no tables of Unicode.
    private static string PlainOfKnown(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var index = 0; index < plain.Length; index++)
        {
            var letter = text[index];
            plain[index] = letter switch
            {
                'ё' or 'Ё' => 'е',
                _ when char.IsLetterOrDigit(letter) => LetterCase.Lower(letter),
                _ => ' ',
            };
        }
    });

    private static string PlainOfAny(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (kept.Length >= MaxLength)
            {
                break;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark when IsAccent(rune) && !IsShortI(kept, rune):
                case UnicodeCategory.Format:
                case UnicodeCategory.Control when !Rune.IsWhiteSpace(rune):
                    break;
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark:
                case var _ when Rune.IsLetterOrDigit(rune):
                    kept.Append(Rune.ToLowerInvariant(rune).ToString());
                    break;
                default:
                    kept.Append(rune.Value == '&' ? " & " : " ");
                    break;
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Decomposed(string text)
    {
        // Half of a surrogate pair cannot be normalized; U+FFFD counts as punctuation.
        var valid = string.Concat(text.EnumerateRunes());
        return valid.Normalize(NormalizationForm.FormKD);
    }

    private static bool IsAccent(Rune mark) => mark.Value is >= 0x300 and <= 0x36F;

    private static bool IsShortI(StringBuilder kept, Rune mark) =>
        mark.Value == Breve && kept.Length > 0 && kept[^1] == 'и';
}
