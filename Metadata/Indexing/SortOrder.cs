using System.Buffers;

namespace Metadata.Indexing;

/// <summary>The films that have a value, in one order: by value, then by id. Changes are gathered and merged in one go by
/// <see cref="Settle"/>, because moving the films behind a place costs the same for one film as for hundreds.</summary>
/// <param name="falls">Whether the largest value comes first.</param>
internal sealed class SortOrder(SortColumn column, bool falls)
{
    // Room for changes that is kept between batches; a whole catalogue comes in but once.
    private const int MostAwaited = 4_096;

    private readonly Bitmap _placed = new();
    private readonly Bitmap _changed = new();
    private readonly List<int> _changes = [];
    private int[] _films = [];
    private int _count;

    /// <summary>Films with a value, in this order.</summary>
    public ReadOnlySpan<int> Films => _films.AsSpan(0, _count);

    /// <summary>The set of <see cref="Films"/>.</summary>
    public Bitmap Known => _placed;

    /// <summary>To be called after a film's value has changed.</summary>
    public void Mark(int id)
    {
        if (_changed.Add(id))
        {
            _changes.Add(id);
        }
    }

    /// <summary>Puts the films that have changed into their places.</summary>
    public void Settle()
    {
        if (_changes.Count == 0)
        {
            return;
        }

        if (_changed.CountCommon(_placed) > 0)
        {
            TakeOut();
        }

        var coming = _changes.Where(column.IsKnown).ToArray();
        Sort(coming, reversed: false);
        Insert(coming);
        _placed.AndNot(_changed);
        foreach (var id in coming)
        {
            _placed.Add(id);
        }

        _changed.Clear();
        _changes.Clear();
        _changes.Capacity = Math.Min(_changes.Capacity, MostAwaited);
    }

    public SortPoint PointOf(int id) => _placed.Contains(id)
        ? new SortPoint(IsKnown: true, Number(id), column.TailOf(id).ToArray(), id)
        : new SortPoint(IsKnown: false, 0, default, id);

    /// <summary>The place of the first film that comes after a point in this order.</summary>
    public int FirstAfter(ulong number, ReadOnlySpan<byte> tail, int id, int end)
    {
        var (low, high) = (0, end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var byValue = CompareValue(_films[middle], number, tail);
            if (byValue > 0 || (byValue == 0 && _films[middle] > id))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    public bool IsAfter(int film, SortPoint point, bool reversed)
    {
        var byValue = CompareValue(film, point.Number, point.Tail.Span);
        return byValue == 0 ? film > point.Id : byValue > 0 != reversed;
    }

    /// <summary>The places of the films with the same value as the one at <paramref name="place"/>.</summary>
    public Range Equals(int place)
    {
        var id = _films[place];
        var number = Number(id);
        var tail = column.TailOf(id);
        var alone = (place == 0 || CompareValue(_films[place - 1], number, tail) != 0)
            && (place == _count - 1 || CompareValue(_films[place + 1], number, tail) != 0);
        return alone ? place..(place + 1) : FirstAfter(number, tail, 0, place)..FirstAfter(number, tail, int.MaxValue, _count);
    }

    /// <summary>Sorts films with a value.</summary>
    /// <param name="reversed">By falling value in this order; the id rises even then.</param>
    public void Sort(Span<int> ids, bool reversed)
    {
        var rented = ArrayPool<ulong>.Shared.Rent(ids.Length);
        var numbers = rented.AsSpan(0, ids.Length);
        for (var place = 0; place < ids.Length; place++)
        {
            numbers[place] = reversed ? ~Number(ids[place]) : Number(ids[place]);
        }

        numbers.Sort(ids);
        for (int start = 0, end; start < ids.Length; start = end)
        {
            for (end = start + 1; end < ids.Length && numbers[end] == numbers[start]; end++)
            {
            }

            SortEqual(ids[start..end], reversed);
        }

        ArrayPool<ulong>.Shared.Return(rented);
    }

    private void SortEqual(Span<int> ids, bool reversed)
    {
        if (ids.Length > 1)
        {
            ids.Sort((one, other) =>
            {
                var byTail = column.TailOf(one).SequenceCompareTo(column.TailOf(other));
                return byTail == 0 ? one.CompareTo(other) : reversed ? -byTail : byTail;
            });
        }
    }

    private ulong Number(int id) => falls ? ~column.NumberOf(id) : column.NumberOf(id);

    private int CompareValue(int film, ulong number, ReadOnlySpan<byte> tail)
    {
        var byNumber = Number(film).CompareTo(number);
        return byNumber == 0 ? column.TailOf(film).SequenceCompareTo(tail) : byNumber;
    }

    private void TakeOut()
    {
        const int atOnce = 128;
        var kept = 0;
        for (var start = 0; start < _count; start += atOnce)
        {
            var block = _films.AsSpan(start, Math.Min(atOnce, _count - start));
            if (_changed.CountOf(block) == 0)
            {
                if (kept < start)
                {
                    block.CopyTo(_films.AsSpan(kept));
                }

                kept += block.Length;
                continue;
            }

            foreach (var id in block)
            {
                _films[kept] = id;
                kept += _changed.Contains(id) ? 0 : 1;
            }
        }

        _count = kept;
    }

    // From the back, so that every film moves once.
    private void Insert(ReadOnlySpan<int> coming)
    {
        var end = _count;
        _count += coming.Length;
        if (_count > _films.Length)
        {
            Array.Resize(ref _films, _count + (_count / 16));
        }

        for (var left = coming.Length; left > 0; left--)
        {
            var id = coming[left - 1];
            var place = FirstAfter(Number(id), column.TailOf(id), id, end);
            _films.AsSpan(place, end - place).CopyTo(_films.AsSpan(place + left));
            _films[place + left - 1] = id;
            end = place;
        }
    }
}
