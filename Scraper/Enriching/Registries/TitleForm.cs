using System.Text;

namespace Scraper.Enriching.Registries;

/// <summary>A title as titles are compared here: words in lower case without punctuation, ё as е, and without the
/// remark that tells namesakes apart: «Сталкер (фильм, 1979)».</summary>
internal static class TitleForm
{
    private static readonly HashSet<string> Kinds =
        new(StringComparer.OrdinalIgnoreCase) { "фильм", "мультфильм", "телефильм", "кинофильм", "film", "movie" };

    public static string Of(string title)
    {
        var plain = WithoutRemark(title.Normalize(NormalizationForm.FormKC));
        var form = new StringBuilder(plain.Length);
        foreach (var letter in plain)
        {
            if (char.IsLetterOrDigit(letter))
            {
                form.Append(char.ToLowerInvariant(letter) switch { 'ё' => 'е', var low => low });
            }
            else if (!IsInsideWord(letter) && form.Length > 0 && form[^1] != ' ')
            {
                form.Append(' ');
            }
        }

        return form.ToString().TrimEnd();
    }

    // "Ocean's" and "Oceans" are one word; so are letters with and without a separate accent.
    private static bool IsInsideWord(char letter) => letter is '\'' or '’' or 'ʼ'
        || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static string WithoutRemark(string title)
    {
        var end = title.TrimEnd();
        var start = end.LastIndexOf('(');
        return start > 0 && end[^1] == ')' && IsRemark(end[(start + 1)..^1]) ? end[..start] : end;
    }

    private static bool IsRemark(string text) =>
        text.Split(' ', ',').Any(word => Kinds.Contains(word) || (word.Length == 4 && word[..2] is ("18" or "19" or "20") && word.All(char.IsAsciiDigit)));
}
