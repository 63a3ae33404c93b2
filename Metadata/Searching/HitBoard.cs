namespace Metadata.Searching;

/// <summary>The best score of each film that was found. It is used again by later queries: a new one for each would be
/// as large as the catalogue.</summary>
internal sealed class HitBoard
{
    private readonly List<int> _found = [];
    private int[] _scores = [];

    /// <summary>What the scores of the reading under way are raised by.</summary>
    public int Offset { get; private set; }

    /// <summary>The best score of the reading under way, without its offset; the largest number when nothing was found.
    /// </summary>
    public int BestScore { get; private set; }

    public int BestMovie { get; private set; }

    /// <summary>Whether the reading under way has found anything.</summary>
    public bool HasHits => BestScore != int.MaxValue;

    /// <summary>How many films all readings have found.</summary>
    public int Count => _found.Count;

    /// <summary>Whether the reading under way has found a film by whole words alone.</summary>
    public bool HasWhole { get; private set; }

    public void Open(int length)
    {
        if (_scores.Length < length)
        {
            _scores = new int[length];
        }
    }

    /// <summary>Begins a reading all of whose scores are raised by <paramref name="offset"/>.</summary>
    public void Start(int offset) =>
        (Offset, BestScore, BestMovie, HasWhole) = (offset, int.MaxValue, 0, false);

    public void Offer(int movieId, int score, bool whole)
    {
        HasWhole |= whole;
        if (score < BestScore)
        {
            (BestScore, BestMovie) = (score, movieId);
        }

        // Zero stands for "not found".
        var stored = score + Offset + 1;
        ref var known = ref _scores[movieId];
        if (known == 0)
        {
            _found.Add(movieId);
            known = stored;
        }
        else if (stored < known)
        {
            known = stored;
        }
    }

    /// <summary>Gives the films away and forgets them.</summary>
    public SearchHit[] Close()
    {
        var hits = new SearchHit[_found.Count];
        for (var index = 0; index < hits.Length; index++)
        {
            var movieId = _found[index];
            hits[index] = new SearchHit(movieId, _scores[movieId] - 1);
            _scores[movieId] = 0;
        }

        _found.Clear();
        return hits;
    }
}
