namespace Benchmarks.Load;

/// <summary>How long the answers of one round took, milliseconds.</summary>
internal sealed class Latencies(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public int Count => _sorted.Length;

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    private double At(double share) => _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1];
}
