namespace Metadata.Searching;

/// <summary>Finds and ranks the films that have all terms of a reading.</summary>
internal sealed class FilmFinder(WordIndex index, HitBoard board)
{
    // So many films are ranked faster than thinned out first.
    private const int FewFilms = 2_000;

    public void Find(Reading reading)
    {
        if (reading.Terms.Count == 1)
        {
            FindWord(reading, reading.Terms[0]);
            return;
        }

        var terms = reading.Terms.Select(term => (Term: term, Size: term.Size(index.Postings)))
            .OrderBy(term => term.Size).ToList();
        if (terms.Count == 0 || terms[0].Size == 0)
        {
            return;
        }

        var ranker = new FilmRanker(index.Words, reading.Terms);
        foreach (var movieId in Candidates([.. terms.Select(term => term.Term)], terms[0].Size))
        {
            if (reading.Allows(index.Films.Year(movieId))
                && ranker.Of(index.Films.Of(movieId)) is { } rank)
            {
                Offer(movieId, rank, reading);
            }
        }
    }

    private void FindWord(Reading reading, QueryTerm term)
    {
        var isTelling = Rank.IsTelling(reading.Terms);
        foreach (var (word, cost) in term.All())
        {
            foreach (var posting in index.Postings.Of(word))
            {
                if (reading.Years is null || reading.Allows(index.Films.Year(posting.MovieId)))
                {
                    Offer(posting.MovieId, Rank.OfWord(posting.Places, cost, isTelling), reading);
                }
            }
        }
    }

    private void Offer(int movieId, Rank rank, Reading reading)
    {
        if (rank.Cost.Sum <= reading.MaxCost && rank.Band <= reading.Worst)
        {
            board.Offer(movieId, rank.Score + reading.Penalty, rank.Cost.IsWhole);
        }
    }

    private List<int> Candidates(IReadOnlyList<QueryTerm> rarestFirst, long size)
    {
        using var films = new FilmSet(index.Films.Length);
        Add(rarestFirst[0], films, null);
        if (size > FewFilms)
        {
            foreach (var term in rarestFirst.Skip(1))
            {
                using var both = new FilmSet(index.Films.Length);
                Add(term, both, films);
                films.Exchange(both);
            }
        }

        return films.ToList();
    }

    private void Add(QueryTerm term, FilmSet films, FilmSet? among)
    {
        foreach (var (word, _) in term.All())
        {
            foreach (var posting in index.Postings.Of(word))
            {
                if (among is null || among.Contains(posting.MovieId))
                {
                    films.Add(posting.MovieId);
                }
            }
        }
    }
}
