using Benchmarks.Load;
using Benchmarks.Processes;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>A page that everybody asks for, against a bare Kestrel endpoint that returns the very same bytes.</summary>
internal static class CachedPage
{
    private const string Path = "/api/v1/movies?genre=%D0%B4%D1%80%D0%B0%D0%BC%D0%B0&sort=popular";
    private const int Connections = 8;

    private static readonly byte[] Request = HttpRequests.Get(Path);

    public static Section Run(Bench bench)
    {
        var service = bench.Catalogue(bench.Plan.MainSize).Address;
        byte[] body = [];
        ClosedLoop.Send(service, [Request], connections: 1, (_, answer) => body = answer.Body.ToArray());
        using var bare = BareKestrel.Start(body);
        var duration = TimeSpan.FromSeconds(bench.Plan.Quick ? 1 : 2);
        var (ours, theirs, ratio) = (new Result(), new Result(), new Series());
        ClosedLoop.Repeat(service, Request, Connections, duration);
        ClosedLoop.Repeat(bare.Address, Request, Connections, duration);
        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            Bench.Say($"a cached page and bare Kestrel, round {round + 1}");
            var mine = ours.Add(ClosedLoop.Repeat(service, Request, Connections, duration));
            ratio.Add(theirs.Add(ClosedLoop.Repeat(bare.Address, Request, Connections, duration)) / mine);
        }

        var table = new Table("server", "requests/s", "p50 ms", "p95 ms", "p99 ms", "bare against it");
        table.Add(["Metadata, cached page", $"{ours.PerSecond}", .. ours.Latency.Cells, $"{ratio}×"]);
        table.Add(["bare Kestrel", $"{theirs.PerSecond}", .. theirs.Latency.Cells, ""]);
        return new Section(
            "Cached page",
            $"""
            The same list of 24 films ({body.Length:N0} bytes) again and again over {Connections} keep-alive connections
            (closed loop), in turns with an endpoint that writes the same bytes and does nothing else, in a process of its own.
            """,
            table,
            Figure.AtMostTimes("bare Kestrel's requests/s against a cached page's", ratio.Median, 1.3));
    }

    private sealed class Result
    {
        public Series PerSecond { get; } = new();

        public LatencySeries Latency { get; } = new();

        public double Add(ClosedLoop.Outcome round)
        {
            var perSecond = round.Latencies.Count / round.Elapsed.TotalSeconds;
            PerSecond.Add(perSecond);
            Latency.Add(round.Latencies);
            return perSecond;
        }
    }
}
