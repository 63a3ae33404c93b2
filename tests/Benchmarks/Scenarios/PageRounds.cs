using System.Net;
using Benchmarks.Load;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>The rounds of pages from one server.</summary>
/// <param name="next">The next path to ask for.</param>
internal sealed class PageRounds(IPEndPoint address, Func<string> next, int requests)
{
    public const double ArrivingPerSecond = 100;
    public const int Connections = 4;

    public LatencySeries Latency { get; } = new();

    public Series PerSecond { get; } = new();

    /// <summary>Share of the pages without a film: they cost less.</summary>
    public Series Empty { get; } = new();

    public void WarmUp() => ClosedLoop.Send(address, Draw(Plan.WarmUp), Connections);

    public void Measure()
    {
        var empty = 0;
        Latency.Add(new Latencies(OpenLoop.Send(address, Draw(requests), ArrivingPerSecond, (_, answer) =>
        {
            if (answer.Body.IndexOf("\"total\":0,"u8) >= 0)
            {
                Interlocked.Increment(ref empty);
            }
        })));
        Empty.Add(empty / (double)requests);
        PerSecond.Add(requests / ClosedLoop.Send(address, Draw(requests), Connections).Elapsed.TotalSeconds);
    }

    private List<byte[]> Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => HttpRequests.Get(next()))];
}
