using System.Text.RegularExpressions;

namespace Gateway.Site.Posters.Drawing;

/// <summary>A title broken into lines at the largest size at which it fits its box.</summary>
internal sealed partial record TitleSetting(IReadOnlyList<string> Lines, double Size)
{
    public const double LineHeight = 1.1;

    private const int MostLines = 4;

    /// <summary>A smaller title looks better than one broken at a hyphen, down to this size.</summary>
    private const double BreaksHyphensFrom = 38;

    private const string Ellipsis = "…";
    private static readonly double[] Sizes = [84, 76, 70, 64, 58, 52, 47, 42, 38, 34, 31, 28];

    public static TitleSetting Fit(string title, Lettering lettering, double width, double height)
    {
        var words = Words(title);
        foreach (var size in Sizes)
        {
            var room = width / size;
            var lines = Break(words, lettering, room, size <= BreaksHyphensFrom);
            if (lines.Count <= MostLines && lines.Count * size * LineHeight <= height
                && lines.All(line => TextWidth.Of(line, lettering) <= room))
            {
                return new TitleSetting(Balance(words, lettering, room, lines), size);
            }
        }

        return new TitleSetting(
            Cut(words, lettering, width / Sizes[^1], (int)(height / (Sizes[^1] * LineHeight))), Sizes[^1]);
    }

    /// <summary>The words of a title. Short prepositions and conjunctions stay with the word they lead, as Russian
    /// typesetting asks; a word may be broken after its hyphen.</summary>
    private static List<string> Words(string title)
    {
        var words = new List<string>();
        foreach (var word in Blank().Split(title.Trim()).Where(word => word.Length > 0))
        {
            var leads = words.Count > 0 && words[^1] is { Length: <= 2 } last && last.All(char.IsLetter);
            if (leads)
            {
                words[^1] += " " + word;
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static List<string> Break(IEnumerable<string> words, Lettering lettering, double room, bool atHyphens)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && TextWidth.Of($"{lines[^1]} {word}", lettering) <= room)
            {
                lines[^1] += " " + word;
                continue;
            }

            // A hyphenated word that is too wide for a line goes on two.
            var hyphen = word.IndexOf('-', StringComparison.Ordinal);
            if (atHyphens && TextWidth.Of(word, lettering) > room && hyphen > 1 && hyphen < word.Length - 2)
            {
                lines.Add(word[..(hyphen + 1)]);
                lines.Add(word[(hyphen + 1)..]);
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>The narrowest column that needs no more lines makes them alike in length.</summary>
    private static List<string> Balance(List<string> words, Lettering lettering, double room, List<string> lines)
    {
        var best = lines;
        for (var narrower = room * 0.97; narrower > room * 0.4; narrower *= 0.97)
        {
            var candidate = Break(words, lettering, narrower, atHyphens: false);
            if (candidate.Count > lines.Count || candidate.Exists(line => TextWidth.Of(line, lettering) > narrower))
            {
                break;
            }

            best = candidate;
        }

        return best;
    }

    /// <summary>A title too long even for the smallest size ends in an ellipsis.</summary>
    private static List<string> Cut(IEnumerable<string> words, Lettering lettering, double room, int most)
    {
        var lines = Break(words.SelectMany(word => Pieces(word, lettering, room)), lettering, room, atHyphens: true);
        if (lines.Count <= most)
        {
            return lines;
        }

        var last = lines[most - 1];
        while (last.Length > 0 && TextWidth.Of(last + Ellipsis, lettering) > room)
        {
            last = last[..^1];
        }

        return [.. lines.Take(most - 1), last.TrimEnd() + Ellipsis];
    }

    private static IEnumerable<string> Pieces(string word, Lettering lettering, double room)
    {
        var start = 0;
        for (var end = 1; end <= word.Length; end++)
        {
            var isFull = end < word.Length && TextWidth.Of(word[start..(end + 1)], lettering) > room;
            if (isFull || end == word.Length)
            {
                yield return word[start..end];
                start = end;
            }
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
