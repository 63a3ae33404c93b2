using Benchmarks.Load;

namespace Benchmarks.Reporting;

/// <summary>The latencies of several rounds, milliseconds.</summary>
internal sealed class LatencySeries
{
    public Series P50 { get; } = new();

    public Series P95 { get; } = new();

    public Series P99 { get; } = new();

    public void Add(Latencies round)
    {
        P50.Add(round.P50);
        P95.Add(round.P95);
        P99.Add(round.P99);
    }
}
