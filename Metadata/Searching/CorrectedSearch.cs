using Metadata.Client;

namespace Metadata.Searching;

/// <summary>Searches what was meant when what was typed finds nothing.</summary>
internal sealed class CorrectedSearch(WordIndex index, HitBoard board, LiteralSearch literal)
{
    private const int CombinedFrom = SearchHit.CorrectedFrom + 500;

    // Only a director's name, or two slips: another reading may be meant.
    private const int WeakFrom = SearchHit.CorrectedFrom + 900;

    // At most three wrong letters, or two and other forms.
    private const int MaxCost = 900;

    // More words than this are no title to guess at.
    private const int MaxWords = 12;

    private readonly LiteralTerms _literal = new(index);
    private readonly TermCorrections _corrections = new(index);
    private readonly List<FoundReading> _found = [];

    /// <summary>Offers the films of the likeliest corrections and names the best.</summary>
    public SearchReading? Find(string raw, IReadOnlyList<string> typed)
    {
        if (typed.Count > MaxWords)
        {
            return null;
        }

        var meant = NoiseWords.Strip(typed);
        IReadOnlyList<IReadOnlyList<string>> readings =
            meant.Count == typed.Count ? [AtNumbers(typed)] : [AtNumbers(typed), AtNumbers(meant)];
        FindSingle(raw, readings[0]);
        if (_found.Count == 0 && readings.Count > 1)
        {
            FindSingle(raw, readings[1]);
        }

        if (Best() is not { } best || best.Score > WeakFrom)
        {
            FindCombined(raw, readings[^1]);
        }

        if (_found.Count == 0)
        {
            FindTerms(readings[^1], CorrectionKind.Typo, _corrections.Misspelt, _corrections.MisspeltBeginnings);
        }

        return Best()?.Reading;
    }

    /// <summary>Offers what whole words find in the other layout or in the other alphabet.</summary>
    public SearchReading? FindWholeWords(string raw)
    {
        FindOtherKeyboard(raw, SearchHit.CorrectedFrom, unfinished: false);
        FindTransliterated(raw);
        return Best()?.Reading;
    }

    /// <summary>Offers what the same keys find in the other layout.</summary>
    public SearchReading? FindOtherKeyboard(string raw)
    {
        FindOtherKeyboard(raw, SearchHit.CorrectedFrom, unfinished: true);
        return Best()?.Reading;
    }

    private void FindSingle(string raw, IReadOnlyList<string> words)
    {
        FindOtherKeyboard(raw, SearchHit.CorrectedFrom, unfinished: false);
        FindTransliterated(raw);
        FindTerms(words, CorrectionKind.Inflection, _corrections.Inflected);
        if (_found.Exists(found => found.IsSolid))
        {
            return;
        }

        FindTerms(words, CorrectionKind.Typo, _corrections.Misspelt);
        FindOtherKeyboard(raw, SearchHit.CorrectedFrom, unfinished: true);
        FindTerms(LatinWords(raw), CorrectionKind.Translit, _corrections.Transliterated, _corrections.TransliteratedBeginnings);
    }

    private void FindOtherKeyboard(string raw, int offset, bool unfinished)
    {
        foreach (var reading in KeyboardLayout.Readings(raw))
        {
            board.Start(offset + reading.Penalty);
            var words = literal.Find(QueryText.WordsOf(reading.Text), unfinished && reading.Penalty == 0);
            Note(CorrectionKind.Layout, () => string.Join(' ', words));
            if (!board.HasHits)
            {
                FindTerms(ChunkTerms(reading, _ => []), CorrectionKind.Layout);
            }
        }
    }

    // "angry birds d rbyj": what was typed rightly stays.
    private List<QueryTerm> ChunkTerms(KeyboardReading reading, Func<string, IEnumerable<TermWord>> correct) =>
    [
        .. reading.Chunks().SelectMany(chunk => (QueryText.WordsOf(chunk.Typed), QueryText.WordsOf(chunk.Meant)) switch
        {
            ({ Count: 1 } typed, { Count: 1 } meant) =>
                [_literal.Term(meant[0], [.. correct(meant[0]), .. _literal.Otherwise(typed[0])], unfinished: false)],
            var (_, meant) => AtNumbers(meant).Select(word => _literal.Term(word, correct(word), unfinished: false)),
        }),
    ];

    private void FindTransliterated(string raw)
    {
        FindTerms(LatinWords(raw), CorrectionKind.Translit, _corrections.Transliterated);
        if (!board.HasHits)
        {
            FindTerms(NoiseWords.Strip(LatinWords(raw)), CorrectionKind.Translit, _corrections.Transliterated);
        }
    }

    private void FindCombined(string raw, IReadOnlyList<string> words)
    {
        FindTerms(words, CorrectionKind.Typo, Any, offset: CombinedFrom);
        foreach (var reading in KeyboardLayout.Readings(raw))
        {
            board.Start(CombinedFrom + reading.Penalty);
            FindTerms(ChunkTerms(reading, Any), CorrectionKind.Layout);
        }

        if (_found.Count == 0)
        {
            board.Start(CombinedFrom);
            var russian = literal.Find([.. LatinWords(raw).Select(Romanization.Russian)], unfinished: true);
            Note(CorrectionKind.Translit, () => string.Join(' ', russian));
        }
    }

    private IEnumerable<TermWord> Any(string word) =>
    [
        .. _corrections.Inflected(word), .. _corrections.Transliterated(word), .. _corrections.Misspelt(word),
        .. _corrections.MisspeltTransliterated(word), .. _corrections.Misspelt(Romanization.InOtherAlphabet(word)),
        .. _corrections.MisspeltForms(word),
    ];

    private void FindTerms(
        IReadOnlyList<string> words,
        CorrectionKind kind,
        Func<string, IEnumerable<TermWord>> correct,
        Func<string, IEnumerable<TermWord>>? beginnings = null,
        int offset = SearchHit.CorrectedFrom)
    {
        var terms = words.Select((word, place) => beginnings is not null && place == words.Count - 1
            ? _literal.Term(word, correct(word).Concat(beginnings(word)), unfinished: true)
            : _literal.Term(word, correct(word), unfinished: false)).ToList();
        board.Start(offset);
        FindTerms(terms, kind);
    }

    private void FindTerms(List<QueryTerm> terms, CorrectionKind kind)
    {
        literal.Find(terms, 0, MaxCost);
        Note(kind, () => Text(terms, board.BestMovie));
    }

    private void Note(CorrectionKind kind, Func<string> text)
    {
        if (board.HasHits)
        {
            _found.Add(new FoundReading(board.Offset + board.BestScore, board.HasWhole, new SearchReading(text(), kind)));
        }
    }

    private FoundReading? Best() => _found.MinBy(found => found.Score);

    // Signs that stand for ь and ъ in Latin letters are no ends of words.
    private IReadOnlyList<string> LatinWords(string raw) => AtNumbers(
        QueryText.WordsOf(string.Concat(raw.Where(letter => !"'`’ʹʺ".Contains(letter)))));

    // "brat2", but not "3d".
    private IReadOnlyList<string> AtNumbers(IReadOnlyList<string> words) =>
        [.. words.SelectMany(word => index.Find(word) >= 0 ? [word] : WordSplitter.AtNumbers(word))];

    private string Text(List<QueryTerm> terms, int movieId) => string.Join(' ', terms.Select(term =>
    {
        var (best, cost) = (term.Text, int.MaxValue);
        foreach (var word in index.Films.Of(movieId))
        {
            if (word >= 0 && term.CostOf(word, index.Words) is var found and >= 0 && found < cost)
            {
                (best, cost) = (index.Words.Text(word).ToString(), found);
            }
        }

        return best;
    }));

    private sealed record FoundReading(int Score, bool IsWhole, SearchReading Reading)
    {
        public bool IsSolid => IsWhole && Score - SearchHit.CorrectedFrom < (int)Band.TitleInOrder * Rank.BandStep;
    }
}
