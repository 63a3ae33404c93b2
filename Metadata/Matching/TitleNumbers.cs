using System.Globalization;

namespace Metadata.Matching;

/// <summary>The numbers of a title: two films that differ in them are two parts, whatever else agrees.</summary>
/// <param name="Digits">All numbers, in order.</param>
/// <param name="Part">Which part of a line of films; null when none is named.</param>
internal readonly record struct TitleNumbers(string Digits, int? Part)
{
    // A greater number at the end is rather a year or a part of the name.
    private const int MaxPart = 30;

    private static readonly HashSet<string> PartWords = new(StringComparer.Ordinal)
        { "часть", "part", "серия", "том", "vol", "volume", "глава", "chapter", "эпизод", "episode", "выпуск", "фильм" };

    private static readonly Dictionary<string, int> Ordinals = new[]
        {
            "первая первый one first", "вторая второй two second", "третья третий three third",
            "четвертая четвертый four fourth", "пятая пятый five fifth",
        }
        .SelectMany((words, index) => words.Split(' ').Select(word => KeyValuePair.Create(word, index + 1)))
        .ToDictionary(StringComparer.Ordinal);

    /// <param name="title">As <see cref="FilmTitle.Of"/> makes it.</param>
    public static TitleNumbers Of(string title)
    {
        if (!title.Any(char.IsAsciiDigit) && !title.Contains(' ', StringComparison.Ordinal))
        {
            return new TitleNumbers("", null);
        }

        var words = title.Split(' ');
        return new TitleNumbers(string.Join(' ', words.Where(word => char.IsAsciiDigit(word[0]))), PartOf(words));
    }

    /// <summary>Whether both can be the same part: a first part often goes without its number.</summary>
    public bool IsSamePart(TitleNumbers other) => (Part ?? 1) == (other.Part ?? 1);

    private static int? PartOf(string[] words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (PartWords.Contains(words[index]) && words.Length > 1
                && (NumberAt(words, index + 1) ?? NumberAt(words, index - 1)) is { } named)
            {
                return named;
            }
        }

        return words.Length > 1 && int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && last is > 0 and <= MaxPart ? last : null;
    }

    private static int? NumberAt(string[] words, int index) =>
        index < 0 || index >= words.Length ? null
        : Ordinals.TryGetValue(words[index], out var ordinal) ? ordinal
        : int.TryParse(words[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaxPart ? number
        : null;
}
