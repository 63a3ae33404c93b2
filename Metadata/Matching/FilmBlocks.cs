using System.Runtime.InteropServices;

namespace Metadata.Matching;

/// <summary>Brings together the records that may be of one film, so that only those are compared.</summary>
internal sealed class FilmBlocks
{
    /// <summary>Above this many records a title says little; only a like year then makes a pair, and nobody is asked.</summary>
    private const int MaxSize = 50;

    private readonly Dictionary<long, List<int>> _blocks = [];
    private readonly IReadOnlyList<MatchRecord> _records;

    public FilmBlocks(IReadOnlyList<MatchRecord> records)
    {
        _records = records;
        for (var index = 0; index < records.Count; index++)
        {
            foreach (var key in records[index].Blocks)
            {
                Add(key, index);
            }
        }
    }

    /// <summary>The records in groups that have nothing to do with each other.</summary>
    public static IEnumerable<IReadOnlyList<MatchRecord>> Connected(IReadOnlyList<MatchRecord> records)
    {
        var sets = new DisjointSets(records.Count);
        foreach (var block in new FilmBlocks(records)._blocks.Values)
        {
            block.ForEach(index => sets.Join(block[0], index));
        }

        var pins = new Dictionary<int, int>();
        for (var index = 0; index < records.Count; index++)
        {
            if (records[index].PinnedMovieId is { } pin && !pins.TryAdd(pin, index))
            {
                sets.Join(pins[pin], index);
            }
        }

        return Enumerable.Range(0, records.Count).GroupBy(sets.Find, index => records[index])
            .Select(group => (IReadOnlyList<MatchRecord>)[.. group]);
    }

    /// <summary>Each pair of records that meet, once, by their places.</summary>
    public IEnumerable<(int One, int Other)> Pairs()
    {
        var seen = new HashSet<(int, int)>();
        foreach (var block in _blocks.Values)
        {
            for (var first = 0; first < block.Count; first++)
            {
                for (var second = first + 1; second < block.Count; second++)
                {
                    if ((block.Count <= MaxSize || IsLikeYear(block[first], block[second])) && seen.Add((block[first], block[second])))
                    {
                        yield return (block[first], block[second]);
                    }
                }
            }
        }
    }

    private bool IsLikeYear(int one, int other) => Math.Abs((_records[one].Year - _records[other].Year) ?? int.MaxValue) <= 1;

    private void Add(long key, int index) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(_blocks, key, out _) ??= []).Add(index);
}
