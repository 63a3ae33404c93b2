namespace Metadata.Searching;

/// <summary>Searches words as they are written, glued or apart, with a year beside a title, among noise.</summary>
internal sealed class LiteralSearch(WordIndex index, HitBoard board)
{
    private const int JoinedPenalty = 2;
    private const int SplitPenalty = 3;
    private const int YearPenalty = 5;
    private const int BeginningsPenalty = 20;
    private const int ForgottenYearPenalty = 30;

    // More words than this are no title to guess at.
    private const int MaxGuessedWords = 12;

    private readonly LiteralTerms _terms = new(index);
    private readonly FilmFinder _films = new(index, board);
    private readonly WordSplitter _splitter = new(index);

    /// <summary>Offers what the words find, each guess only when the ones before found nothing.</summary>
    /// <param name="unfinished">Whether the last word may be the beginning of a longer one.</param>
    /// <returns>The words that were searched at last: without the noise when they find nothing with it.</returns>
    public IReadOnlyList<string> Find(IReadOnlyList<string> words, bool unfinished)
    {
        FindWritten(words, unfinished);
        if (board.HasHits || words.Count > MaxGuessedWords)
        {
            return words;
        }

        var meant = NoiseWords.Strip(words);
        if (meant.Count < words.Count)
        {
            FindWritten(meant, unfinished);
        }

        if (!board.HasHits)
        {
            FindForgottenYear(meant);
        }

        return meant;
    }

    /// <summary>Offers what all the words find.</summary>
    public void FindWritten(IReadOnlyList<string> words, bool unfinished)
    {
        Find(Literal(words, unfinished), 0, int.MaxValue);
        if (words.Count > MaxGuessedWords)
        {
            return;
        }

        foreach (var joined in _splitter.Joined(words))
        {
            Find(Literal(joined, false), JoinedPenalty, int.MaxValue);
        }

        if (board.HasHits)
        {
            return;
        }

        foreach (var parts in _splitter.Split(words))
        {
            Find([.. parts.Select(_terms.Literal)], SplitPenalty, int.MaxValue);
        }

        if (!board.HasHits && unfinished)
        {
            FindUnfinished(words);
        }
    }

    /// <summary>Offers the films of a list of terms, also with one of them as the film's year.</summary>
    public void Find(IReadOnlyList<QueryTerm> terms, int penalty, int maxCost)
    {
        _films.Find(new Reading(terms, penalty, maxCost));
        for (var place = 0; place < terms.Count && terms.Count > 1; place++)
        {
            if (YearWord.Read(terms[place].Text) is { } year)
            {
                _films.Find(new Reading(Without(terms, place), penalty + YearPenalty, maxCost, new YearRange(year, year)));
            }
        }
    }

    private void FindUnfinished(IReadOnlyList<string> words)
    {
        if (words.Count > 1 && YearWord.ReadBeginning(words[^1]) is { } years)
        {
            _films.Find(new Reading(Literal([.. words.SkipLast(1)], false), BeginningsPenalty, Years: years));
        }

        if (!board.HasHits && words.Count > 1 && words.All(word => word.Length > 1))
        {
            Find([.. words.Select(word => _terms.Literal(word, true))], BeginningsPenalty, int.MaxValue);
        }
    }

    // People remember the year wrong: the nearest comes first.
    private void FindForgottenYear(IReadOnlyList<string> words)
    {
        for (var place = 0; place < words.Count && words.Count > 1; place++)
        {
            if (YearWord.Read(words[place]) is not { } year)
            {
                continue;
            }

            var terms = Without(Literal(words, false), place);
            for (var distance = 1; distance <= YearWord.MaxError; distance++)
            {
                var years = new YearRange(year - distance, year + distance);
                _films.Find(new Reading(terms, ForgottenYearPenalty + distance, Years: years, Worst: Band.ExactOther));
            }
        }
    }

    private List<QueryTerm> Literal(IReadOnlyList<string> words, bool unfinished) =>
        [.. words.Select((word, place) => _terms.Literal(word, unfinished && place == words.Count - 1))];

    private static List<QueryTerm> Without(IReadOnlyList<QueryTerm> terms, int place) =>
        [.. terms.Where((_, index) => index != place)];
}
