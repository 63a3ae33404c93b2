using System.Text;

namespace Metadata.Searching;

/// <summary>A coarse spelling in Latin letters that a word keeps in every alphabet and scheme: "щелкунчик",
/// "shchelkunchik", "schelkunchik" and "selkuncik" are one.</summary>
internal static class Sound
{
    // The longest first. x is "кс", the other schemes are readings of a query only.
    private static readonly (string From, string To)[] Spellings =
    [
        ("tsch", "c"), ("shch", "s"), ("sch", "s"), ("shh", "s"), ("tch", "c"), ("sh", "s"), ("zh", "z"), ("kh", "h"),
        ("ch", "c"), ("cz", "c"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("ph", "f"), ("qu", "kv"), ("ce", "se"),
        ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("y", "i"), ("j", "i"),
    ];

    // What else a Latin letter may stand for in a scheme of transliteration.
    private static readonly (string From, string To)[] Schemes =
        [("x", "h"), ("c", "ts"), ("j", "zh"), ("yo", "e"), ("jo", "e")];

    public static string Of(ReadOnlySpan<char> word) => Fold(Romanization.Of(word));

    /// <summary>The sounds that a typed word may have, each with the spelling it comes from.</summary>
    public static IReadOnlyList<SoundReading> ReadingsOf(string word)
    {
        List<string> spellings = [Romanization.Of(word)];
        foreach (var (from, to) in Schemes)
        {
            spellings.AddRange(spellings.Where(spelling => spelling.Contains(from, StringComparison.Ordinal))
                .Select(spelling => Replace(spelling, from, to)).ToList());
        }

        return
        [
            .. spellings.Select(spelling => new SoundReading(spelling, Fold(spelling)))
                .DistinctBy(reading => reading.Sound, StringComparer.Ordinal),
        ];
    }

    // "ch" keeps its c.
    private static string Replace(string spelling, string from, string to) => from == "c"
        ? spelling.Replace("ch", "\0", StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal)
            .Replace("\0", "ch", StringComparison.Ordinal)
        : spelling.Replace(from, to, StringComparison.Ordinal);

    private static string Fold(string latin)
    {
        var plain = new StringBuilder(latin.Length);
        for (var rest = latin.AsSpan(); rest.Length > 0;)
        {
            var (from, to) = SpellingAt(rest);
            _ = from.Length == 0 ? plain.Append(rest[0]) : plain.Append(to);
            rest = rest[Math.Max(1, from.Length)..];
        }

        return WithoutDoubles(WithoutGlides(WithoutDoubles(plain))).ToString();
    }

    private static (string From, string To) SpellingAt(ReadOnlySpan<char> text)
    {
        foreach (var spelling in Spellings)
        {
            if (text[0] == spelling.From[0] && text.StartsWith(spelling.From))
            {
                return spelling;
            }
        }

        return ("", "");
    }

    private static StringBuilder WithoutDoubles(StringBuilder text)
    {
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (length == 0 || text[length - 1] != letter || char.IsDigit(letter))
            {
                text[length++] = letter;
            }
        }

        text.Length = length;
        return text;
    }

    // ия, ья as ya, ja, ia or a: an i beside a vowel is written by every scheme in its own way.
    private static StringBuilder WithoutGlides(StringBuilder text)
    {
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            var glides = letter == 'i'
                && ((length > 0 && IsVowel(text[length - 1])) || (index + 1 < text.Length && IsVowel(text[index + 1])));
            if (!glides)
            {
                text[length++] = letter;
            }
        }

        text.Length = length;
        return text;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'o' or 'u';
}

/// <param name="Spelling">The word in Latin letters, in the scheme of <see cref="Romanization"/>.</param>
internal sealed record SoundReading(string Spelling, string Sound);
