using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>Looks up the words that a typed word may have been meant to be, each at the cost of the guess.</summary>
internal sealed class TermCorrections(WordIndex index)
{
    private const int InflectionCost = 40;
    private const int SpellingCost = 10;
    private const int MaxSpellings = 6;
    private const int SameSoundCost = 200;
    private const int TypoCost = 300;

    // A beginning shorter than this sounds like too many words.
    private const int ShortestSound = 2;
    private const int MaxSounds = 3_000;

    private readonly Dictionary<string, IReadOnlyList<TermWord>> _misspelt = new(StringComparer.Ordinal);

    /// <summary>Other forms of a Russian word.</summary>
    public IEnumerable<TermWord> Inflected(string word)
    {
        if (RussianStem.Of(word) is not { } stem)
        {
            return [];
        }

        // A stem without its fleeting vowel begins only some of the forms.
        var range = index.Sorted.StartingWith(stem.AsSpan(0, Math.Max(RussianStem.MinLength - 1, stem.Length - 1)));
        return range.Words()
            .Where(other => index.Postings.Count(other) > 0 && RussianStem.Of(index.Words.Text(other)) == stem)
            .Select(other => new TermWord(other, InflectionCost));
    }

    /// <summary>The word in the other alphabet.</summary>
    public IEnumerable<TermWord> Transliterated(string word) =>
        Sounding(word, (sound, found) => index.Sounds.WordsOf(sound, found))
            .Where(other => IsOtherAlphabet(word, other.Word))
            .Select(other => new TermWord(other.Word, SpellingsApart(word, other.Word)));

    /// <summary>Words in the other alphabet that begin like this one.</summary>
    public IEnumerable<TermWord> TransliteratedBeginnings(string word) =>
        Sounding(word, (sound, found) =>
        {
            if (sound.Length >= ShortestSound)
            {
                index.Sounds.StartingWith(sound, MaxSounds, found);
            }
        }).Where(other => IsOtherAlphabet(word, other.Word)).Select(other => new TermWord(other.Word, TermCost.UnfinishedFlag));

    /// <summary>Words that a slip of the finger or of the ear makes into this one.</summary>
    public IEnumerable<TermWord> Misspelt(string word)
    {
        if (!_misspelt.TryGetValue(word, out var words))
        {
            words = [.. FindMisspelt(word)];
            _misspelt[word] = words;
        }

        return words;
    }

    /// <summary>Words in the other alphabet with a slip.</summary>
    public IEnumerable<TermWord> MisspeltTransliterated(string word) =>
        MaxTypos(word) is var limit and > 0
            ? Sounding(word, (sound, found) => index.Sounds.Similar(sound, Math.Min(limit, MaxTypos(sound)), found))
                .Where(other => IsOtherAlphabet(word, other.Word))
                .Select(other => new TermWord(
                    other.Word, (other.Distance * TypoCost) + SpellingsApart(word, other.Word)))
            : [];

    private IEnumerable<TermWord> FindMisspelt(string word)
    {
        var limit = MaxTypos(word);
        if (limit == 0)
        {
            return [];
        }

        var similar = new List<SimilarWord>();
        index.Words.Similar(word, limit, similar);
        var sounding = Sounding(word, (sound, found) => index.Sounds.WordsOf(sound, found))
            .Where(other => !IsOtherAlphabet(word, other.Word))
            .Select(other => new TermWord(other.Word, SameSoundCost));
        return similar.Where(other => other.Distance > 0 && index.Postings.Count(other.Word) > 0)
            .Select(other => new TermWord(other.Word, other.Distance * TypoCost))
            .Concat(sounding);
    }

    /// <summary>How many letters of a word may be wrong; a number is never wrong.</summary>
    private static int MaxTypos(string word) =>
        word.Any(char.IsDigit) ? 0 : word.Length switch { <= 3 => 0, <= 6 => 1, _ => 2 };

    private List<SimilarWord> Sounding(string word, Action<string, List<SimilarWord>> find)
    {
        var found = new List<SimilarWord>();
        if (!word.Any(char.IsDigit))
        {
            foreach (var sound in Sound.ReadingsOf(word))
            {
                find(sound, found);
            }

            found.RemoveAll(other => index.Postings.Count(other.Word) == 0);
        }

        return found;
    }

    private bool IsOtherAlphabet(string word, int other) =>
        TitleScript.IsCyrillic(word) != TitleScript.IsCyrillic(index.Words.Text(other).ToString());

    private int SpellingsApart(string word, int other)
    {
        var apart = EditDistance.Within(
            Romanization.Of(word), Romanization.Of(index.Words.Text(other)), MaxSpellings);
        return SpellingCost * (apart < 0 ? MaxSpellings : apart);
    }
}
