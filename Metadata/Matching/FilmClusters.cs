namespace Metadata.Matching;

/// <summary>Works out the films of records that may have to do with each other. The answer depends on the records and
/// the human decisions only, not on the order in which they came:
/// 1. what a human put together is together;
/// 2. pairs that match are joined, the strongest first, unless the whole would be no single film;
/// 3. records without a year join the one film they can be;
/// 4. each film gets the number most of its records have;
/// 5. pairs that stay in doubt are left to an editor.</summary>
internal sealed class FilmClusters
{
    private readonly MatchRecord[] _records;
    private readonly FilmCluster[] _clusters;
    private readonly DisjointSets _sets;
    private readonly IReadOnlySet<Rejection> _rejected;

    private FilmClusters(IReadOnlyList<MatchRecord> records, IReadOnlySet<Rejection> rejected)
    {
        _records = [.. records];
        Array.Sort(_records, MatchRecord.Order);
        _clusters = Array.ConvertAll(_records, record => new FilmCluster(record));
        _sets = new DisjointSets(_records.Length);
        _rejected = rejected;
    }

    public static Resolution Resolve(IReadOnlyList<MatchRecord> records, IReadOnlySet<Rejection> rejected)
    {
        if (records.Count == 1)
        {
            var only = records[0];
            return new Resolution([new ResolvedFilm(only.PinnedMovieId ?? only.MovieId, [only])], []);
        }

        var films = new FilmClusters(records, rejected);
        films.JoinPinned();
        var blocks = new FilmBlocks(films._records);
        var edges = blocks.Pairs().Select(pair => MatchEdge.Of(pair.One, pair.Other, films._records[pair.One], films._records[pair.Other]))
            .Where(edge => edge.Verdict.Verdict != Verdict.No).ToList();
        edges.Sort(MatchEdge.Order);
        foreach (var edge in edges.Where(edge => edge.Verdict.Verdict == Verdict.Match))
        {
            films.TryJoin(edge.One, edge.Other, edge.MaxSpan);
        }

        var open = edges.Where(edge => edge.Verdict == MatchVerdict.YearUnknown).ToList();
        new UndatedFilms(films._clusters, films._sets, films.TryJoin).Join(open);
        return films.Finish(edges);
    }

    private void JoinPinned()
    {
        var pins = new Dictionary<int, int>();
        for (var index = 0; index < _records.Length; index++)
        {
            if (_records[index].PinnedMovieId is { } pin && !pins.TryAdd(pin, index))
            {
                Join(pins[pin], index);
            }
        }
    }

    private bool TryJoin(int one, int other, int maxSpan)
    {
        var (first, second) = (_sets.Find(one), _sets.Find(other));
        if (first == second)
        {
            return true;
        }

        var (film, otherFilm) = (_clusters[first], _clusters[second]);
        if (!film.Fits(otherFilm, maxSpan) || IsRejected(film, otherFilm)
            || (maxSpan != int.MaxValue && FilmEvidence.Of(film, otherFilm).Contradicts))
        {
            return false;
        }

        Join(first, second);
        return true;
    }

    private void Join(int one, int other)
    {
        var (first, second) = (_sets.Find(one), _sets.Find(other));
        if (first != second)
        {
            _sets.Join(first, second);
            _clusters[Math.Min(first, second)].Take(_clusters[Math.Max(first, second)]);
        }
    }

    private bool IsRejected(FilmCluster one, FilmCluster other) =>
        _rejected.Count > 0 && (IsRejectedBy(one, other) || IsRejectedBy(other, one));

    private bool IsRejectedBy(FilmCluster uploads, FilmCluster film) => uploads.Records.Exists(upload => upload.VideoId > 0
        && film.Records.Exists(record => _rejected.Contains(new Rejection(upload.VideoId, record.PinnedMovieId ?? record.MovieId))));

    private Resolution Finish(List<MatchEdge> edges)
    {
        var roots = Enumerable.Range(0, _records.Length).Where(index => _sets.Find(index) == index).ToList();
        var places = roots.Select((root, place) => (root, place)).ToDictionary(film => film.root, film => film.place);
        var clusters = roots.ConvertAll(root => _clusters[root]);
        clusters.ForEach(cluster => cluster.Records.Sort(MatchRecord.Order));
        var ids = FilmNumbers.Assign(clusters);
        var reviews = new Dictionary<(int, int), DoubtfulPair>();
        foreach (var edge in edges)
        {
            var (one, other) = (_sets.Find(edge.One), _sets.Find(edge.Other));
            if (one != other && !IsDecided(_clusters[one], _clusters[other], edge))
            {
                var reason = edge.Verdict.Verdict == Verdict.Match ? MatchVerdict.Refused.Reason : edge.Verdict.Reason;
                reviews.TryAdd((Math.Min(one, other), Math.Max(one, other)),
                    new DoubtfulPair(places[one], _records[edge.One], places[other], _records[edge.Other], reason));
            }
        }

        return new Resolution([.. clusters.Select((cluster, place) => new ResolvedFilm(ids[place], cluster.Records))], [.. reviews.Values]);
    }

    // A human's word, or years that the films as a whole do have.
    private bool IsDecided(FilmCluster one, FilmCluster other, MatchEdge edge) =>
        (one.IsPinned && other.IsPinned) || IsRejected(one, other)
        || (edge.Verdict == MatchVerdict.YearUnknown
            && ((one.FirstYear is not null && other.FirstYear is not null) || FilmEvidence.Of(one, other).Contradicts));
}
