using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>The words of a table in alphabetical order: a large sorted list and a small one for the latest arrivals,
/// so that entering a word moves little.</summary>
internal sealed class SortedWords(WordTable words)
{
    private const int MaxLatest = 2048;

    private readonly int[] _latest = new int[MaxLatest];
    private int[] _main = [];
    private int _mainCount;
    private int _latestCount;

    /// <param name="word">A word that is not here yet.</param>
    public void Add(int word)
    {
        var text = words.Text(word);
        var place = FirstFrom(_latest.AsSpan(0, _latestCount), text);
        Array.Copy(_latest, place, _latest, place + 1, _latestCount - place);
        _latest[place] = word;
        if (++_latestCount == MaxLatest)
        {
            Merge();
        }
    }

    public WordRange StartingWith(ReadOnlySpan<char> prefix)
    {
        var main = _main.AsSpan(0, _mainCount);
        var latest = _latest.AsSpan(0, _latestCount);
        var (mainFrom, latestFrom) = (FirstFrom(main, prefix), FirstFrom(latest, prefix));
        return new WordRange(
            _main.AsMemory(mainFrom, Run(main[mainFrom..], prefix)),
            _latest.AsMemory(latestFrom, Run(latest[latestFrom..], prefix)));
    }

    private int FirstFrom(ReadOnlySpan<int> sorted, ReadOnlySpan<char> text)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words.Text(sorted[middle]).SequenceCompareTo(text) < 0)
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

    private int Run(ReadOnlySpan<int> sorted, ReadOnlySpan<char> prefix)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words.Text(sorted[middle]).StartsWith(prefix))
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

    private void Merge()
    {
        var merged = new int[_mainCount + _latestCount + (_mainCount / 8)];
        var (taken, count) = (0, 0);
        foreach (var word in _latest.AsSpan(0, _latestCount))
        {
            var upTo = taken + FirstFrom(_main.AsSpan(taken, _mainCount - taken), words.Text(word));
            Array.Copy(_main, taken, merged, count, upTo - taken);
            count += upTo - taken;
            taken = upTo;
            merged[count++] = word;
        }

        Array.Copy(_main, taken, merged, count, _mainCount - taken);
        _mainCount += _latestCount;
        _latestCount = 0;
        _main = merged;
    }
}

/// <summary>The words with a common beginning; it holds until the next word is entered.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordRange(ReadOnlyMemory<int> Main, ReadOnlyMemory<int> Latest)
{
    public int Count => Main.Length + Latest.Length;

    public IEnumerable<int> Words()
    {
        for (var place = 0; place < Main.Length; place++)
        {
            yield return Main.Span[place];
        }

        for (var place = 0; place < Latest.Length; place++)
        {
            yield return Latest.Span[place];
        }
    }
}
