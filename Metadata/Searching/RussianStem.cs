namespace Metadata.Searching;

/// <summary>What the forms of a Russian word have in common, roughly: "рука", "руки", "руку", "руками" are one.</summary>
internal static class RussianStem
{
    public const int MinLength = 3;

    // The longest first.
    private static readonly string[] Endings =
    [
        "иями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "иях", "иям", "ием", "ешь", "ишь", "ете", "ите",
        "ой", "ей", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю", "ою", "ею", "ом", "ем",
        "ым", "им", "ам", "ям", "ах", "ях", "ов", "ев", "ия", "ии", "ию", "ья", "ье", "ью", "ьи", "ет", "ут", "ют",
        "ит", "ат", "ят", "ть", "ла", "ло", "ли", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й", "л",
    ];

    /// <summary>The stem, or nothing for a word that has no forms to look for.</summary>
    public static string? Of(ReadOnlySpan<char> word)
    {
        if (word.Length < MinLength || word.ContainsAnyExceptInRange('а', 'я'))
        {
            return null;
        }

        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= MinLength && word.EndsWith(ending))
            {
                return WithoutFleetingVowel(word[..^ending.Length]);
            }
        }

        return WithoutFleetingVowel(word);
    }

    // отец and отца, песок and песка.
    private static string WithoutFleetingVowel(ReadOnlySpan<char> stem) =>
        stem.Length > MinLength && stem[^2] is 'о' or 'е' && !IsVowel(stem[^1]) && !IsVowel(stem[^3])
            ? $"{stem[..^2]}{stem[^1]}"
            : stem.ToString();

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
