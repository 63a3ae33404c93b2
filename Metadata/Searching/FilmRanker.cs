namespace Metadata.Searching;

/// <summary>Judges how well one film fits the terms of a query.</summary>
internal sealed class FilmRanker(WordTable table, IReadOnlyList<QueryTerm> terms)
{
    private const int MaxOtherWords = 8;
    private const int OtherWordCost = 5;
    private const int OtherOrderCost = 10;

    private readonly bool _isTelling = Rank.IsTelling(terms);
    private int[] _costs = new int[64];

    public Rank? Of(ReadOnlySpan<int> film)
    {
        Rank? best = null;
        var rest = film;
        for (var title = true; !rest.IsEmpty && rest[0] != FilmWords.People; title = false)
        {
            rest = title ? rest : rest[1..];
            var end = rest.IndexOfAnyInRange(FilmWords.People, FilmWords.NextTitle);
            var words = end < 0 ? rest : rest[..end];
            rest = rest[words.Length..];
            if (OfTitle(words, title) is { } rank && (best is null || rank.Score < best.Value.Score))
            {
                best = rank;
            }
        }

        return best
            ?? (rest.IsEmpty ? null : Anywhere(rest[1..], Band.Person))
            ?? (terms.Count > 1 ? Mixed(film) : null);
    }

    // The film whose title has the fewest words besides is meant.
    private Rank? Mixed(ReadOnlySpan<int> film)
    {
        if (Anywhere(film, Band.Mixed) is not { } rank)
        {
            return null;
        }

        var end = film.IndexOfAnyInRange(FilmWords.People, FilmWords.NextTitle);
        var others = 0;
        for (var place = 0; place < end; place++)
        {
            var named = false;
            for (var term = 0; term < terms.Count && !named; term++)
            {
                named = _costs[(term * film.Length) + place] >= 0;
            }

            others += named ? 0 : 1;
        }

        return rank with { Cost = rank.Cost.With(Math.Min(others, MaxOtherWords) * OtherWordCost) };
    }

    private Rank? OfTitle(ReadOnlySpan<int> words, bool title)
    {
        if (!Compare(words))
        {
            return null;
        }

        var (exact, begins, phrase) = title
            ? (Band.ExactTitle, Band.TitleBegins, Band.TitlePhrase)
            : (Band.ExactOther, Band.OtherBegins, Band.OtherPhrase);
        for (var from = 0; from + terms.Count <= words.Length; from++)
        {
            if (Consecutive(words.Length, from) is { } cost)
            {
                return from > 0 ? new Rank(phrase, cost)
                    : terms.Count < words.Length ? new Rank(begins, cost)
                    : cost.IsWhole ? new Rank(exact, cost)
                    : new Rank(begins, cost, Completes: _isTelling);
            }
        }

        return Scattered(words.Length, phrase);
    }

    private TermCost? Consecutive(int length, int from)
    {
        var sum = default(TermCost);
        for (var term = 0; term < terms.Count; term++)
        {
            var cost = _costs[(term * length) + from + term];
            if (cost < 0)
            {
                return null;
            }

            sum = sum.With(cost);
        }

        return sum;
    }

    private Rank? Scattered(int length, Band phrase)
    {
        var sum = default(TermCost);
        var inOrder = true;
        var last = -1;
        for (var term = 0; term < terms.Count; term++)
        {
            var row = _costs.AsSpan(term * length, length);
            var place = Place(row, last + 1, terms[term].FollowsPrevious ? term : 0, length);
            if (place < 0)
            {
                inOrder = false;
                place = Place(row, 0, terms[term].FollowsPrevious ? term : 0, length);
            }

            if (place < 0)
            {
                return null;
            }

            sum = sum.With(row[place]);
            last = place;
        }

        var others = length - terms.Count;
        return inOrder ? new Rank(phrase + 1, sum)
            : others == 0 && sum.IsWhole ? new Rank(phrase, sum.With(OtherOrderCost))
            : new Rank(phrase + 2, sum.With(Math.Clamp(others, 0, MaxOtherWords) * OtherWordCost));
    }

    // A term that follows the one before must stand right behind a word of it.
    private int Place(ReadOnlySpan<int> row, int from, int follower, int length)
    {
        var best = -1;
        for (var place = from; place < row.Length; place++)
        {
            var fits = row[place] >= 0
                && (follower == 0 || (place > 0 && _costs[((follower - 1) * length) + place - 1] >= 0));
            if (fits && (best < 0 || row[place] < row[best]))
            {
                best = place;
            }
        }

        return best;
    }

    private Rank? Anywhere(ReadOnlySpan<int> words, Band band) =>
        Compare(words) && Scattered(words.Length, band) is { } rank ? rank with { Band = band } : null;

    // What each term costs at each word; false when a term fits none.
    private bool Compare(ReadOnlySpan<int> words)
    {
        if (words.Length * terms.Count > _costs.Length)
        {
            _costs = new int[words.Length * terms.Count];
        }

        for (var term = 0; term < terms.Count; term++)
        {
            var row = _costs.AsSpan(term * words.Length, words.Length);
            var any = false;
            for (var place = 0; place < words.Length; place++)
            {
                row[place] = words[place] < 0 ? -1 : terms[term].CostOf(words[place], table);
                any |= row[place] >= 0;
            }

            if (!any)
            {
                return false;
            }
        }

        return true;
    }
}
