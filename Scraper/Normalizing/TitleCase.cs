using System.Globalization;
using System.Text;
using Scraper.Normalizing.Cleaning;

namespace Scraper.Normalizing;

/// <summary>Calms shouted titles. Which words are names cannot be known, so Russian gets sentence case.</summary>
internal static class TitleCase
{
    private const int LongestAbbreviation = 4;
    private const int ShortestShout = 5;
    private const string Vowels = "АЕЁИОУЫЭЮЯAEIOUY";

    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    };

    public static string Calm(string title)
    {
        var shouted = title.Any(char.IsUpper) && !title.Any(char.IsLower);
        var builder = new StringBuilder(title.Length);
        var isFirst = true;
        for (var i = 0; i < title.Length;)
        {
            var end = i;
            while (end < title.Length && (char.IsLetterOrDigit(title[end]) || title[end] is '\'' or '’'))
            {
                end++;
            }

            if (end == i)
            {
                isFirst |= shouted && StartsName(title[i]);
                builder.Append(title[i++]);
                continue;
            }

            builder.Append(CalmWord(LookAlikes.FoldIn(title, title[i..end]), shouted, isFirst));
            isFirst = false;
            i = end;
        }

        return Capitalize(builder.ToString());
    }

    /// <summary>Behind these a sentence or a name begins.</summary>
    private static bool StartsName(char mark) => mark is ':' or '.' or '!' or '?' or '«' or '“' or '„';

    private static string CalmWord(string word, bool allShouted, bool isFirst)
    {
        if (!word.Any(char.IsLetter) || word.Any(char.IsLower) || IsAbbreviation(word))
        {
            return word;
        }

        var isLatin = word.Any(char.IsAsciiLetter);
        if (!allShouted)
        {
            return word.Length < ShortestShout ? word : Title(word);
        }

        if (isFirst || (isLatin && !SmallWords.Contains(word)))
        {
            return Title(word);
        }

        return word.ToLowerInvariant();
    }

    /// <summary>СССР, ДМБ, XXI: no vowel makes it unpronounceable, so it was never shouted.</summary>
    private static bool IsAbbreviation(string word) =>
        word.Length <= LongestAbbreviation
        && word.Length > 1
        && (!word.Any(c => Vowels.Contains(c, StringComparison.Ordinal)) || word.All(c => c is 'I' or 'V' or 'X'));

    private static string Title(string word) =>
        char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..].ToLowerInvariant();

    private static string Capitalize(string title)
    {
        var first = 0;
        while (first < title.Length && !char.IsLetterOrDigit(title[first]))
        {
            first++;
        }

        // "iRobot" and "#жить" begin small on purpose.
        if (first >= title.Length || !char.IsLower(title[first]) || title[0] == '#'
            || (first + 1 < title.Length && char.IsUpper(title[first + 1])))
        {
            return title;
        }

        return title[..first] + char.ToUpper(title[first], CultureInfo.InvariantCulture) + title[(first + 1)..];
    }
}
