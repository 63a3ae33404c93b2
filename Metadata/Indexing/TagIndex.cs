using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Metadata.Client;

namespace Metadata.Indexing;

/// <summary>The names of one kind (genres, countries…) and the films of each.</summary>
internal sealed class TagIndex
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Tag> _tags = [];
    private readonly RowStore<int> _tagsOf = new();
    private readonly List<int> _row = [];
    private readonly List<string> _spellings = [];
    private readonly HashSet<int> _unsettled = [];

    public void Grow(int capacity) => _tagsOf.Grow(capacity);

    /// <summary>Replaces a film's names; of names that differ in case alone, the first counts.</summary>
    public void Put(int id, IReadOnlyList<string> names)
    {
        var before = _tagsOf[id];
        var same = true;
        _row.Clear();
        _spellings.Clear();
        foreach (var name in names)
        {
            var number = NumberOf(name);
            if (!_row.Contains(number))
            {
                _row.Add(number);
                _spellings.Add(name);
                same &= before.Contains(number) && _tags[number - 1].SpellingOf(id) == name;
            }
        }

        var after = CollectionsMarshal.AsSpan(_row);
        if (!same || !before.SequenceEqual(after))
        {
            Replace(id, before, after);
        }
    }

    /// <summary>To be called after all changes, before the next question.</summary>
    /// <param name="capacity">Ids are below this number.</param>
    public void Settle(int capacity)
    {
        foreach (var number in _unsettled)
        {
            _tags[number - 1].Settle(capacity);
        }

        _unsettled.Clear();
    }

    /// <summary>The numbers of a film's tags, from 1, in the film's order.</summary>
    public ReadOnlySpan<int> Of(int id) => _tagsOf[id];

    public TagFilms FilmsOf(int number) => _tags[number - 1].Films;

    public bool Find(string key, [NotNullWhen(true)] out TagFilms? films)
    {
        films = _numbers.TryGetValue(key, out var number) ? _tags[number - 1].Films : null;
        return films is not null;
    }

    /// <summary>How many of <paramref name="films"/> each name has, the commonest first, then by name.</summary>
    public IReadOnlyList<FacetCount> Count(Bitmap films)
    {
        var counts = new List<FacetCount>();
        foreach (var tag in _tags)
        {
            if (tag.Films.CountIn(films) is > 0 and var count)
            {
                counts.Add(new FacetCount(tag.NameIn(films), count));
            }
        }

        counts.Sort((one, other) => one.Count != other.Count
            ? other.Count.CompareTo(one.Count)
            : string.CompareOrdinal(one.Name, other.Name));
        return counts;
    }

    private void Replace(int id, ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        foreach (var number in before)
        {
            _tags[number - 1].Remove(id);
            _unsettled.Add(number);
        }

        for (var place = 0; place < after.Length; place++)
        {
            _tags[after[place] - 1].Add(id, _spellings[place]);
            _unsettled.Add(after[place]);
        }

        _tagsOf.Write(id, after);
    }

    private int NumberOf(string name)
    {
        var key = TagNames.KeyOf(name);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var known);
        if (!known)
        {
            _tags.Add(new Tag(name == key ? key : name));
            number = _tags.Count;
        }

        return number;
    }
}
