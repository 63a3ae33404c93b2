using Benchmarks.Load;

namespace Benchmarks.Reporting;

/// <summary>The latencies of several rounds, milliseconds.</summary>
internal sealed class LatencySeries
{
    public Series P50 { get; } = new();

    public Series P95 { get; } = new();

    public Series P99 { get; } = new();

    /// <summary>For the columns p50, p95 and p99.</summary>
    public IReadOnlyList<string> Cells => [$"{P50}", $"{P95}", $"{P99}"];

    public void Add(Latencies round)
    {
        P50.Add(round.P50);
        P95.Add(round.P95);
        P99.Add(round.P99);
    }
}
