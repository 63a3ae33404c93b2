using System.Text;

namespace Scraper.Normalizing.Cleaning;

/// <summary>
/// Some channels type a capital Latin I for a bar: "Шеф I Выпуск 4 I Омлеты", "История домаI Выпуск 2I Печь".
/// </summary>
internal static class BarLetters
{
    private static readonly string[] IssueWords = ["выпуск", "серия", "сезон", "#", "№"];

    private static readonly string[] PartWords = ["часть", "эпизод", "глава", "том", "фильм", "серия", "книга"];

    public static string Restore(string text)
    {
        var namesIssue = Array.Exists(IssueWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (!namesIssue || !text.Contains('I'))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            builder.Append(text[i] == 'I' && IsBar(text, i) ? " | " : text[i].ToString());
        }

        return builder.ToString();
    }

    private static bool IsBar(string text, int at)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 1 == text.Length ? ' ' : text[at + 1];
        if (before == ' ' && after == ' ')
        {
            // "Queen and I" and "How I Met…" are English; channels that type a bar this way write Russian.
            return at > 1 && at + 2 < text.Length
                && (LookAlikes.IsCyrillic(text[at + 2]) || (IsRussian(text[at - 2]) && IsRussian(text[at + 2])))
                && !EndsWithPartWord(text.AsSpan(0, at - 1));
        }

        var endsCyrillicWord = after == ' '
            && (char.IsAsciiDigit(before) || (LookAlikes.IsCyrillic(before) && char.IsLower(before)));
        var startsCyrillicWord = before == ' ' && LookAlikes.IsCyrillic(after) && char.IsUpper(after);

        return endsCyrillicWord || startsCyrillicWord;
    }

    private static bool IsRussian(char c) => LookAlikes.IsCyrillic(c) || !char.IsLetter(c);

    private static bool EndsWithPartWord(ReadOnlySpan<char> text)
    {
        foreach (var word in PartWords)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
