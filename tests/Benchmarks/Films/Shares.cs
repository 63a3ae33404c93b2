namespace Benchmarks.Films;

/// <summary>Names that are drawn as they occur in life: the k-th has a share of 1/k (Zipf's law).</summary>
internal sealed class Shares(IReadOnlyList<string> names)
{
    private readonly double[] _upTo = Cumulate(names.Count);

    public string Draw(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return names[at < 0 ? ~at : at];
    }

    /// <summary>One to <paramref name="most"/> different names.</summary>
    public IReadOnlyList<string> DrawSome(Random random, int most) =>
        [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Draw(random)).Distinct(StringComparer.Ordinal)];

    private static double[] Cumulate(int count)
    {
        var sums = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            sums[rank] = sum += 1.0 / (rank + 1);
        }

        return sums;
    }
}
