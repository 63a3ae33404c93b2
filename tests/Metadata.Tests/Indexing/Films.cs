using Metadata.Indexing;
using Metadata.Tests.Movies;

namespace Metadata.Tests.Indexing;

/// <summary>The same films in the columns and in a dictionary.</summary>
internal sealed class Films
{
    private readonly Dictionary<int, IndexedMovie> _films = [];
    private readonly Random _random;
    private int _last;

    public Films(Random random, int size)
    {
        _random = random;
        Add(size);
        Columns.Settle();
    }

    public MovieColumns Columns { get; } = new();

    public IReadOnlyCollection<IndexedMovie> All => _films.Values;

    /// <summary>Adds some films and changes others, in whole or in one fact.</summary>
    public IReadOnlyList<int> Change(int count)
    {
        var changed = Enumerable.Range(0, count).Select(_ => _random.Pick(_films.Keys.ToList())).ToList();
        changed.ForEach(id => Put(_random.Next(3) switch
        {
            0 => _random.Film(id),
            1 => _films[id] with { Views = _random.Next(30), IsAvailable = !_films[id].IsAvailable },
            _ => _films[id] with { IsActive = !_films[id].IsActive },
        }));
        Add(count / 4);
        Columns.Settle();
        return changed;
    }

    // Ids have gaps.
    private void Add(int count)
    {
        for (; count > 0; count--)
        {
            _last += _random.Next(10) == 0 ? _random.Next(1, 100) : 1;
            Put(_random.Film(_last));
        }
    }

    private void Put(IndexedMovie film)
    {
        _films[film.Id] = film;
        Columns.Put(film);
    }
}
