namespace Metadata.Searching;

/// <summary>The films of each word, sorted by film. Most words have one film, which needs no list.</summary>
internal sealed class Postings
{
    private const int FirstLength = 3;

    private Posting[] _only = new Posting[128];
    private Posting[]?[] _lists = new Posting[128][];
    private int[] _counts = new int[128];

    public int Count(int word) => word < _counts.Length ? _counts[word] : 0;

    public ReadOnlySpan<Posting> Of(int word) => Count(word) switch
    {
        0 => [],
        1 when _lists[word] is null => _only.AsSpan(word, 1),
        var count => _lists[word].AsSpan(0, count),
    };

    public void Add(int word, Posting posting)
    {
        if (word >= _counts.Length)
        {
            Grow(word);
        }

        var count = _counts[word]++;
        if (count == 0 && _lists[word] is null)
        {
            _only[word] = posting;
            return;
        }

        var list = _lists[word] ??= [_only[word], .. new Posting[FirstLength - 1]];
        if (count == list.Length)
        {
            Array.Resize(ref list, list.Length + Math.Max(FirstLength, list.Length / 4));
            _lists[word] = list;
        }

        var place = PlaceOf(list.AsSpan(0, count), posting.MovieId);
        Array.Copy(list, place, list, place + 1, count - place);
        list[place] = posting;
    }

    public void Remove(int word, int movieId)
    {
        var count = --_counts[word];
        if (_lists[word] is { } list)
        {
            var place = PlaceOf(list.AsSpan(0, count + 1), movieId);
            Array.Copy(list, place + 1, list, place, count - place);
        }
    }

    private static int PlaceOf(ReadOnlySpan<Posting> sorted, int movieId)
    {
        if (sorted.Length == 0 || sorted[^1].MovieId < movieId)
        {
            return sorted.Length;
        }

        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle].MovieId < movieId)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Grow(int word)
    {
        var length = Math.Max(word + 1, _counts.Length * 3 / 2);
        Array.Resize(ref _only, length);
        Array.Resize(ref _lists, length);
        Array.Resize(ref _counts, length);
    }
}
