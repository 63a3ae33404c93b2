namespace Metadata.Indexing;

/// <summary>Reads some of the films that a question keeps, in one order.</summary>
/// <param name="kept">The films kept.</param>
/// <param name="reversed">By falling value in the order, the id rising even then.</param>
internal readonly ref struct ListWalk(SortOrder order, Bitmap kept, bool reversed)
{
    private const int BlockLength = 512;

    // Measured: to sort a film costs as much as to pass by this many.
    private const int PassesPerSorted = 32;

    private readonly int _known = kept.CountCommon(order.Known);

    /// <summary>Reads the films from the one numbered <paramref name="skip"/> on, from 0.</summary>
    /// <returns>How many were read.</returns>
    public int ReadFrom(long skip, Span<int> page)
    {
        var read = 0;
        if (skip < _known)
        {
            var first = (int)skip;
            read = IsFewer(Math.Min(first, _known - first) + page.Length)
                ? Copy(Sorted().AsSpan(first), page)
                : reversed ? Backward(first, page) : Forward(first, page);
        }

        return read + ReadUnknown(0, Math.Max(0, skip - _known), page[read..]);
    }

    /// <summary>Reads the films that come after a point.</summary>
    public int ReadAfter(SortPoint point, Span<int> page)
    {
        if (!point.IsKnown)
        {
            return ReadUnknown(point.Id, 0, page);
        }

        var read = IsFewer(page.Length) ? Copy(SortedAfter(point), page)
            : reversed ? BackwardAfter(point, page) : Take(PlaceAfter(point, point.Id), order.Films.Length, 0, page);
        return read + ReadUnknown(0, 0, page[read..]);
    }

    private static int Copy(ReadOnlySpan<int> films, Span<int> page)
    {
        films = films[..Math.Min(films.Length, page.Length)];
        films.CopyTo(page);
        return films.Length;
    }

    // Whether it is cheaper to sort the films kept than to look for so many of them in the order.
    private bool IsFewer(int wanted) =>
        (long)_known * _known * PassesPerSorted < (long)wanted * order.Films.Length;

    private int[] Sorted()
    {
        using var known = RentedBitmap.Rent(kept.Words.Length * Bitmap.WordBits);
        known.Or(kept);
        known.And(order.Known);
        var films = new int[_known];
        known.Read(0, 0, films);
        order.Sort(films, reversed);
        return films;
    }

    private ReadOnlySpan<int> SortedAfter(SortPoint point)
    {
        var films = Sorted();
        var place = 0;
        while (place < films.Length && !order.IsAfter(films[place], point, reversed))
        {
            place++;
        }

        return films.AsSpan(place);
    }

    private int Forward(int skip, Span<int> page)
    {
        var (start, before) = BlockOf(skip);
        return Take(start, order.Films.Length, skip - before, page);
    }

    // Where the film is that would stand there if equal values were reversed as well; the one wanted has the same value.
    private int Backward(int skip, Span<int> page)
    {
        var place = PlaceOf(_known - 1 - skip);
        var equals = order.Equals(place);
        var (start, end) = (equals.Start.Value, equals.End.Value);
        var read = Take(start, end, kept.CountOf(order.Films[place..end]) - 1, page);
        return read + TakeBackward(start - 1, page[read..]);
    }

    // The rest of the films with the point's own value, then those before them in the order.
    private int BackwardAfter(SortPoint point, Span<int> page)
    {
        var read = Take(PlaceAfter(point, point.Id), PlaceAfter(point, int.MaxValue), 0, page);
        return read + TakeBackward(PlaceAfter(point, 0) - 1, page[read..]);
    }

    private int PlaceAfter(SortPoint point, int id) =>
        order.FirstAfter(point.Number, point.Tail.Span, id, order.Films.Length);

    private int Take(int start, int end, int skip, Span<int> page)
    {
        var films = order.Films[start..end];
        while (skip > 0 && films.Length > 0)
        {
            var block = films[..Math.Min(films.Length, BlockLength)];
            var count = kept.CountOf(block);
            if (count > skip)
            {
                break;
            }

            skip -= count;
            films = films[block.Length..];
        }

        var read = 0;
        for (var place = 0; place < films.Length && read < page.Length; place++)
        {
            if (kept.Contains(films[place]) && skip-- <= 0)
            {
                page[read++] = films[place];
            }
        }

        return read;
    }

    private int TakeBackward(int place, Span<int> page)
    {
        var read = 0;
        var films = order.Films;
        while (place >= 0 && read < page.Length)
        {
            if (kept.Contains(films[place]))
            {
                var start = order.Equals(place).Start.Value;
                read += Take(start, place + 1, 0, page[read..]);
                place = start;
            }

            place--;
        }

        return read;
    }

    private int PlaceOf(int number)
    {
        var (place, before) = BlockOf(number);
        for (; ; place++)
        {
            if (kept.Contains(order.Films[place]) && before++ == number)
            {
                return place;
            }
        }
    }

    // A place shortly before the film of this number, and how many films kept come before the place.
    private (int Place, int Before) BlockOf(int number)
    {
        var films = order.Films;
        var fromStart = number <= _known / 2;
        var (start, passed) = (fromStart ? 0 : films.Length, 0);
        while (true)
        {
            var from = fromStart ? start : Math.Max(0, start - BlockLength);
            var to = fromStart ? Math.Min(films.Length, start + BlockLength) : start;
            var count = kept.CountOf(films[from..to]);
            if (fromStart ? passed + count > number : _known - passed - count <= number)
            {
                return (from, fromStart ? passed : _known - passed - count);
            }

            passed += count;
            start = fromStart ? to : from;
        }
    }

    private int ReadUnknown(int after, long skip, Span<int> page)
    {
        if (page.Length == 0)
        {
            return 0;
        }

        using var unknown = RentedBitmap.Rent(kept.Words.Length * Bitmap.WordBits);
        unknown.Or(kept);
        unknown.AndNot(order.Known);
        return unknown.Read(after, skip, page);
    }
}
