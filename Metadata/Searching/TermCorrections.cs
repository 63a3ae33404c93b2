using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>Looks up the words that a typed word may have been meant to be, each at the cost of the guess.</summary>
internal sealed class TermCorrections(WordIndex index)
{
    private const int InflectionCost = 30;
    private const int SpellingCost = 10;
    private const int MaxSpellings = 6;
    private const int SameSoundCost = 200;
    private const int TypoCost = 300;
    private const int FirstLetterCost = 20;
    private const int ShortestMisspelt = 4;
    private const int ShortestTwiceMisspelt = 7;
    private const int MaxMissing = 2;

    // A beginning shorter than this sounds like too many words.
    private const int ShortestSound = 2;
    private const int MaxSounds = 3_000;

    // "shch" is щ; a hundred times "b" is no б.
    private const int MaxLettersPerSound = 4;

    private readonly Dictionary<string, IReadOnlyList<TermWord>> _misspelt = new(StringComparer.Ordinal);

    /// <summary>Other forms of a Russian word.</summary>
    public IEnumerable<TermWord> Inflected(string word) => RussianForms.Beginning(word) is { } beginning
        ? index.Sorted.StartingWith(beginning).Words()
            .Where(other => index.Postings.Count(other) > 0 && RussianForms.AreOfOneWord(word, index.Words.Text(other)))
            .Select(other => new TermWord(other, InflectionCost + index.Words.Text(other).Length))
        : [];

    /// <summary>The word in the other alphabet.</summary>
    public IEnumerable<TermWord> Transliterated(string word) =>
        Sounding(word, otherAlphabet: true, (sound, found) => index.Sounds.WordsOf(sound, found));

    /// <summary>Words in the other alphabet that begin like this one.</summary>
    public IEnumerable<TermWord> TransliteratedBeginnings(string word) =>
        Sounding(word, otherAlphabet: true, (sound, found) =>
        {
            if (sound.Length >= ShortestSound)
            {
                index.Sounds.StartingWith(sound, MaxSounds, found);
            }
        }).Select(other => other with { Cost = TermCost.UnfinishedFlag });

    /// <summary>Words that a slip of the finger or of the ear makes into this one.</summary>
    public IEnumerable<TermWord> Misspelt(string word)
    {
        if (!_misspelt.TryGetValue(word, out var words))
        {
            words = FindMisspelt(word);
            _misspelt[word] = words;
        }

        return words;
    }

    /// <summary>Words in the other alphabet with a slip.</summary>
    public IEnumerable<TermWord> MisspeltTransliterated(string word) =>
        MaxTypos(word, word.Length) is var limit and > 0
            ? Sounding(word, otherAlphabet: true, (sound, found) =>
                index.Sounds.Similar(sound, Math.Min(limit, MaxTypos(sound, 0)), found))
            : [];

    /// <summary>Other forms of a Russian word with a slip.</summary>
    public IEnumerable<TermWord> MisspeltForms(string word)
    {
        var similar = new List<SimilarWord>();
        if (RussianForms.Stem(word) is { } stem && MaxTypos(stem, stem.Length) is var limit and > 0)
        {
            index.Words.SimilarBeginnings(stem, limit, similar);
        }

        return similar
            .Where(other => index.Postings.Count(other.Word) > 0
                && Math.Abs(index.Words.Text(other.Word).Length - word.Length) <= RussianForms.LongestEnding)
            .Select(other => new TermWord(other.Word, Cost(word, other) + InflectionCost));
    }

    /// <summary>Words that begin with what a slip makes into this one.</summary>
    public IEnumerable<TermWord> MisspeltBeginnings(string word)
    {
        var similar = new List<SimilarWord>();
        if (MaxTypos(word, word.Length) is var limit and > 0)
        {
            index.Words.SimilarBeginnings(word, limit, similar);
        }

        return similar.Where(other => index.Postings.Count(other.Word) > 0)
            .Select(other => new TermWord(other.Word, Cost(word, other) | TermCost.UnfinishedFlag));
    }

    private List<TermWord> FindMisspelt(string word)
    {
        var similar = new List<SimilarWord>();
        if (MaxTypos(word, word.Length + MaxMissing) is var limit and > 0)
        {
            index.Words.Similar(word, limit, similar);
        }

        var sounding = Sounding(word, otherAlphabet: false, (sound, found) => index.Sounds.WordsOf(sound, found))
            .Select(other => other with { Cost = SameSoundCost });
        return
        [
            .. similar.Where(other => other.Distance > 0 && index.Postings.Count(other.Word) > 0
                    && other.Distance <= MaxTypos(word, index.Words.Text(other.Word).Length))
                .Select(other => new TermWord(other.Word, Cost(word, other))),
            .. sounding,
        ];
    }

    // The first letter is the one that is seldom wrong.
    private int Cost(string word, SimilarWord other) =>
        (other.Distance * TypoCost) + (index.Words.Text(other.Word)[0] == word[0] ? 0 : FirstLetterCost);

    /// <summary>How many letters of a word may be wrong; a number is never wrong.</summary>
    private static int MaxTypos(string word, int meantLength) => word.Length < ShortestMisspelt || word.Any(char.IsDigit) ? 0
        : Math.Max(word.Length, meantLength) >= ShortestTwiceMisspelt ? 2
        : 1;

    private List<TermWord> Sounding(string word, bool otherAlphabet, Action<string, List<SimilarWord>> find)
    {
        var words = new List<TermWord>();
        if (word.Any(char.IsDigit))
        {
            return words;
        }

        var found = new List<SimilarWord>();
        foreach (var reading in Sound.ReadingsOf(word))
        {
            found.Clear();
            find(reading.Sound, found);
            words.AddRange(found
                .Where(other => index.Postings.Count(other.Word) > 0
                    && IsOtherAlphabet(word, other.Word) == otherAlphabet
                    && index.Words.Text(other.Word).Length * MaxLettersPerSound >= word.Length)
                .Select(other => new TermWord(
                    other.Word, (other.Distance * TypoCost) + SpellingsApart(reading.Spelling, other.Word))));
        }

        return words;
    }

    private bool IsOtherAlphabet(string word, int other) =>
        TitleScript.IsCyrillic(word) != TitleScript.IsCyrillic(index.Words.Text(other).ToString());

    private int SpellingsApart(string spelling, int other)
    {
        var apart = EditDistance.Within(spelling, Romanization.Of(index.Words.Text(other)), MaxSpellings);
        return SpellingCost * (apart < 0 ? MaxSpellings : apart);
    }
}
