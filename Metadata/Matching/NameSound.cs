using System.Text;

namespace Metadata.Matching;

/// <summary>The consonants of a name as they sound, alike for «Тарковский» and "Tarkovsky", «Хичкок» and "Hitchcock".</summary>
internal static class NameSound
{
    private static readonly (string Letters, string Sound)[] Groups =
    [
        ("shch", "S"), ("sch", "S"), ("tch", "C"), ("sh", "S"), ("ch", "C"), ("kh", "h"), ("zh", "j"), ("ts", "z"), ("tz", "z"),
        ("ph", "f"), ("ck", "k"), ("qu", "k"), ("th", "t"), ("x", "ks"), ("c", "k"), ("q", "k"), ("w", "v"),
        ("щ", "S"), ("ш", "S"), ("ч", "C"), ("х", "h"), ("ж", "j"), ("ц", "z"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"),
        ("з", "z"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("ф", "f"),
    ];

    private static readonly string Silent = "aeiouyjаеиоуыэюяйьъё";

    public static string Of(string word)
    {
        var sound = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var group = Array.Find(Groups, group => string.CompareOrdinal(word, at, group.Letters, 0, group.Letters.Length) == 0);
            var next = group.Sound ?? (Silent.Contains(word[at], StringComparison.Ordinal) ? "" : word[at].ToString());
            if (next.Length > 0 && (sound.Length == 0 || sound[^1] != next[0]))
            {
                sound.Append(next);
            }

            at += group.Letters?.Length ?? 1;
        }

        return sound.ToString();
    }
}
