namespace Scraper.Sources.Sites.Filters;

/// <summary>Splits what a person wrote on one line. What stands in quotation marks, single or double, or in the braces of
/// a map, is one word, and a bar between blanks parts filters.</summary>
internal static class FilterWords
{
    /// <summary>The parts between bars.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        List<string> parts = [];
        var start = 0;
        foreach (var (at, character) in Outside(text))
        {
            if (character == '|' && IsBlank(text, at - 1) && IsBlank(text, at + 1))
            {
                parts.Add(text[start..at].Trim());
                start = at + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    /// <summary>The words of one part, without their quotation marks; null when a mark is never closed.</summary>
    public static string[]? Words(string part)
    {
        List<string> words = [];
        for (var at = 0; at < part.Length;)
        {
            if (part[at] == ' ')
            {
                at++;
                continue;
            }

            var isQuoted = part[at] is '\'' or '"';
            var end = isQuoted ? part.IndexOf(part[at], at + 1)
                : part[at] == '{' ? part.LastIndexOf('}') + 1
                : part.IndexOf(' ', at) is var blank and >= 0 ? blank : part.Length;
            if (end <= at)
            {
                return null;
            }

            words.Add(isQuoted ? part[(at + 1)..end] : part[at..end]);
            at = isQuoted ? end + 1 : end;
        }

        return [.. words];
    }

    /// <summary>The pairs of {a:b, "c d":e}; null when they cannot be read.</summary>
    public static IReadOnlyDictionary<string, string>? Pairs(string braces)
    {
        if (braces is not ['{', .., '}'])
        {
            return null;
        }

        Dictionary<string, string> pairs = new(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in SplitOutside(braces[1..^1], ','))
        {
            var sides = SplitOutside(pair, ':');
            if (sides.Count != 2 || Unquoted(sides[0]) is not { Length: > 0 } from || !pairs.TryAdd(from, Unquoted(sides[1])))
            {
                return null;
            }
        }

        return pairs;
    }

    private static List<string> SplitOutside(string text, char separator)
    {
        List<string> parts = [];
        var start = 0;
        foreach (var (at, _) in Outside(text).Where(one => one.Character == separator))
        {
            parts.Add(text[start..at].Trim());
            start = at + 1;
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    private static string Unquoted(string text) =>
        text is [('\'' or '"') and var first, .., var last] && first == last ? text[1..^1] : text;

    // A mark only opens where a word begins: the apostrophe in "l'été" is a letter.
    private static IEnumerable<(int At, char Character)> Outside(string text)
    {
        char? open = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (open is not null)
            {
                open = text[at] == open ? null : open;
            }
            else if (text[at] is '\'' or '"' && (at == 0 || text[at - 1] is ' ' or '{' or ',' or ':')
                && text.IndexOf(text[at], at + 1) > 0)
            {
                open = text[at];
            }
            else
            {
                yield return (at, text[at]);
            }
        }
    }

    private static bool IsBlank(string text, int at) => at < 0 || at >= text.Length || text[at] == ' ';
}
