using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Vocabulary;

/// <summary>Finds the longest known phrase that begins or ends at a token.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, Phrase[]> _byFirst;
    private readonly Dictionary<string, Phrase[]> _byLast;

    public PhraseBook(IEnumerable<Phrase> phrases)
    {
        var longestFirst = phrases.OrderByDescending(phrase => phrase.Keys.Count).ToArray();
        _byFirst = Group(longestFirst, phrase => phrase.Keys[0]);
        _byLast = Group(longestFirst, phrase => phrase.Keys[^1]);
    }

    /// <summary>Tokens of a term, so that terms and titles are cut the same way.</summary>
    public static string[] KeysOf(string term) => [.. Tokenizer.Split(term).Select(token => token.Key)];

    public Phrase? StartingAt(TitleScan scan, int from, int limit, Func<Phrase, bool> fits)
    {
        if (!_byFirst.TryGetValue(scan.Tokens[from].Key, out var candidates))
        {
            return null;
        }

        return Array.Find(candidates, phrase =>
            from + phrase.Keys.Count <= limit && fits(phrase) && Matches(scan, from, phrase));
    }

    /// <summary>Whether a single word is a term that fires this rule.</summary>
    public bool IsTerm(string key, string rule) =>
        _byFirst.TryGetValue(key, out var phrases) && Array.Exists(phrases, p => p.Keys.Count == 1 && p.Rule == rule);

    /// <param name="last">Index of the phrase's last token.</param>
    public Phrase? EndingAt(TitleScan scan, int last, int floor, Func<Phrase, bool> fits)
    {
        if (!_byLast.TryGetValue(scan.Tokens[last].Key, out var candidates))
        {
            return null;
        }

        return Array.Find(candidates, phrase =>
            last + 1 - phrase.Keys.Count >= floor && fits(phrase)
            && Matches(scan, last + 1 - phrase.Keys.Count, phrase));
    }

    private static bool Matches(TitleScan scan, int from, Phrase phrase)
    {
        for (var i = 0; i < phrase.Keys.Count; i++)
        {
            if (!scan.IsFree(from + i) || scan.Tokens[from + i].Key != phrase.Keys[i])
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, Phrase[]> Group(Phrase[] phrases, Func<Phrase, string> key) =>
        phrases.GroupBy(key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
