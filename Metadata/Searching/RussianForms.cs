namespace Metadata.Searching;

/// <summary>Tells roughly whether two words are forms of one: "рука", "руки", "руку", "руками".</summary>
internal static class RussianForms
{
    public const int LongestEnding = 4;

    private const int ShortestWord = 4;
    private const int ShortestStem = 3;

    private static readonly HashSet<string> Endings = new(
        ("а я о е и ы у ю ь й ой ей ий ый ая яя ое ее ые ие ых их ую юю ою ею ом ем ым им ам ям ах ях ов ев ия ии ию ья " +
            "ье ью ьи ого его ому ему ыми ими ами ями иях иям ием ией иями л ла ло ли ть ти ет ит ут ют ат ят ешь ишь " +
            "ете ите ем им").Split(' ').Append(""),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EndingLookup =
        Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What all forms of a word begin with, or nothing for a word that has no forms to look for.</summary>
    public static string? Beginning(string word) =>
        word.Length < ShortestWord || word.AsSpan().ContainsAnyExceptInRange('а', 'я')
            ? null
            : word[..Math.Max(ShortestStem - 1, word.Length - LongestEnding)];

    /// <summary>A word without its longest ending, or nothing when it has none.</summary>
    public static string? Stem(string word)
    {
        for (var length = Math.Max(ShortestWord, word.Length - LongestEnding); length < word.Length; length++)
        {
            if (EndingLookup.Contains(word.AsSpan(length)))
            {
                return word[..length];
            }
        }

        return null;
    }

    public static bool AreOfOneWord(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<char> shorter = stackalloc char[Math.Max(left.Length, right.Length)];
        return HaveOneStem(left, right)
            || HaveOneStem(left, WithoutFleetingVowel(right, shorter))
            || HaveOneStem(WithoutFleetingVowel(left, shorter), right);
    }

    private static bool HaveOneStem(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var common = left.CommonPrefixLength(right);
        for (var length = common; length >= Math.Max(ShortestStem, common - 1); length--)
        {
            if (EndingLookup.Contains(left[length..]) && EndingLookup.Contains(right[length..]))
            {
                return true;
            }
        }

        return false;
    }

    // отец and отца, песок and песка: the vowel parts two consonants that stand behind another vowel.
    private static ReadOnlySpan<char> WithoutFleetingVowel(ReadOnlySpan<char> word, Span<char> shorter)
    {
        var fleets = word.Length > ShortestStem && (word[^2] is 'о' or 'е')
            && !IsVowel(word[^1]) && !IsVowel(word[^3]) && IsVowel(word[^4]);
        if (!fleets)
        {
            return word;
        }

        word[..^2].CopyTo(shorter);
        shorter[word.Length - 2] = word[^1];
        return shorter[..(word.Length - 1)];
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
