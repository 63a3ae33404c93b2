namespace Metadata.Matching;

/// <summary>Joins numbers from 0 into sets.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public int Find(int one)
    {
        while (_parents[one] != one)
        {
            one = _parents[one] = _parents[_parents[one]];
        }

        return one;
    }

    public void Join(int one, int other)
    {
        var (first, second) = (Find(one), Find(other));
        _parents[Math.Max(first, second)] = Math.Min(first, second);
    }
}
