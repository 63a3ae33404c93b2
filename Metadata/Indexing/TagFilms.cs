namespace Metadata.Indexing;

/// <summary>The films of one tag: a sorted list while they are few, a bitmap once that is smaller.</summary>
internal sealed class TagFilms
{
    // An id takes 32 bits in the list and one bit for every film in the bitmap.
    private const int IdsPerListed = 32;

    // A list this short is never worth a bitmap.
    private const int AlwaysListed = 16;

    private int[] _ids = [];
    private int _count;
    private Bitmap? _dense;

    public bool IsEmpty => _count == 0;

    public bool Contains(int id) => _dense?.Contains(id) ?? Array.BinarySearch(_ids, 0, _count, id) >= 0;

    public void Add(int id)
    {
        if (_dense is not null)
        {
            _count += _dense.Add(id) ? 1 : 0;
            return;
        }

        var place = _count == 0 || _ids[_count - 1] < id ? ~_count : Array.BinarySearch(_ids, 0, _count, id);
        if (place >= 0)
        {
            return;
        }

        if (_count == _ids.Length)
        {
            Array.Resize(ref _ids, Math.Max(1, _count + (_count / 2) + (_count & 1)));
        }

        _ids.AsSpan(~place, _count - ~place).CopyTo(_ids.AsSpan(~place + 1));
        _ids[~place] = id;
        _count++;
    }

    public void Remove(int id)
    {
        if (!Contains(id))
        {
            return;
        }

        _count--;
        if (_dense is not null)
        {
            _dense.Remove(id);
            return;
        }

        var place = Array.BinarySearch(_ids, 0, _count + 1, id);
        _ids.AsSpan(place + 1, _count - place).CopyTo(_ids.AsSpan(place));
    }

    /// <summary>Takes the form that is the smaller one.</summary>
    /// <param name="capacity">Ids are below this number.</param>
    public void Settle(int capacity)
    {
        // Twice the bound on the way back, so that a tag at the bound does not go to and fro.
        if (_dense is null && _count > AlwaysListed && (long)_count * IdsPerListed > capacity)
        {
            _dense = new Bitmap();
            OrInto(_dense, _ids.AsSpan(0, _count));
            _ids = [];
        }
        else if (_dense is not null && (long)_count * IdsPerListed * 2 < capacity)
        {
            _ids = new int[_count];
            var place = 0;
            foreach (var id in _dense)
            {
                _ids[place++] = id;
            }

            _dense = null;
        }
    }

    public void OrInto(Bitmap films)
    {
        if (_dense is not null)
        {
            films.Or(_dense);
        }
        else
        {
            OrInto(films, _ids.AsSpan(0, _count));
        }
    }

    public int CountIn(Bitmap films)
    {
        if (_dense is not null)
        {
            return films.CountCommon(_dense);
        }

        var words = films.Words;
        var count = 0;
        foreach (var id in _ids.AsSpan(0, _count))
        {
            count += (int)((words[id >> 6] >> id) & 1);
        }

        return count;
    }

    private static void OrInto(Bitmap films, ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
        {
            films.Add(id);
        }
    }
}
