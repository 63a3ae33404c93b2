namespace Metadata.Indexing;

/// <summary>A short row of cells for every film, all in one array, which millions of small arrays would burden the
/// garbage collector with. Every row ends with a zero cell, so zero is no value of a cell.</summary>
internal sealed class RowStore<T>
    where T : unmanaged, IEquatable<T>
{
    // The first cell is the end of every row that was never written.
    private T[] _cells = new T[64];
    private int[] _starts = [];
    private int _used = 1;
    private int _wasted;

    public ReadOnlySpan<T> this[int id]
    {
        get
        {
            var rest = _cells.AsSpan(_starts[id], _used - _starts[id]);
            return rest[..rest.IndexOf(default(T))];
        }
    }

    public void Grow(int capacity) => Array.Resize(ref _starts, capacity);

    public void Write(int id, ReadOnlySpan<T> row)
    {
        var (start, length) = (_starts[id], this[id].Length);
        if (start != 0 && row.Length <= length)
        {
            _wasted += length - row.Length;
        }
        else
        {
            _wasted += start == 0 ? 0 : length + 1;
            _starts[id] = 0;
            Reserve(row.Length + 1);
            start = _used;
            _used += row.Length + 1;
        }

        _starts[id] = start;
        row.CopyTo(_cells.AsSpan(start));
        _cells[start + row.Length] = default;
    }

    private void Reserve(int more)
    {
        if (_used + more <= _cells.Length)
        {
            return;
        }

        // Moves what is in use to a new array and leaves behind what was overwritten.
        var live = _used - _wasted + more;
        var cells = new T[live + Math.Max(live / 16, 64)];
        var used = 1;
        for (var id = 0; id < _starts.Length; id++)
        {
            if (_starts[id] == 0)
            {
                continue;
            }

            var row = this[id];
            row.CopyTo(cells.AsSpan(used));
            _starts[id] = used;
            used += row.Length + 1;
        }

        (_cells, _used, _wasted) = (cells, used, 0);
    }
}
