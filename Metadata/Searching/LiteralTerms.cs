using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>Looks a typed word up as it is written; a Roman number is an Arabic one, and every "and" is one.</summary>
internal sealed class LiteralTerms(WordIndex index)
{
    private const int OtherSpellingCost = 1;
    private const int OtherWordCost = 5;

    private static readonly string[] Ands = ["и", "and", "&"];

    /// <param name="unfinished">Whether the word may be the beginning of a longer one.</param>
    public QueryTerm Literal(string word, bool unfinished) => Term(word, [], unfinished);

    /// <summary>A part of a word that was taken apart.</summary>
    public QueryTerm Literal(WordPart part) =>
        new(part.Text, Written(part.Text)) { FollowsPrevious = part.FollowsPrevious };

    /// <summary>A word that may stand in another one's place.</summary>
    public IEnumerable<TermWord> Otherwise(string word) =>
        Written(word).Select(found => found with { Cost = found.Cost + OtherWordCost });

    /// <summary>The word as it is written and other words that it may stand for.</summary>
    public QueryTerm Term(string word, IEnumerable<TermWord> others, bool unfinished) =>
        new(word, Written(word).Concat(others), unfinished ? index.Sorted.StartingWith(word) : null);

    private IEnumerable<TermWord> Written(string word) =>
        Spellings(word).Select((spelling, place) => new TermWord(index.Find(spelling), place == 0 ? 0 : OtherSpellingCost))
            .Where(found => found.Word >= 0);

    private static IEnumerable<string> Spellings(string word)
    {
        yield return word;
        if (Array.IndexOf(Ands, word) >= 0)
        {
            foreach (var and in Ands)
            {
                yield return and;
            }
        }
        else if (RomanNumerals.Values.TryGetValue(word, out var number) || RomanNumerals.ByNumber.TryGetValue(word, out number))
        {
            yield return number;
        }
    }
}
