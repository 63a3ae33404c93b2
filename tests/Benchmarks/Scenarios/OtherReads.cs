using System.Net;
using Benchmarks.Load;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>What a film's page and the filters beside a list ask for.</summary>
internal static class OtherReads
{
    private const double PerSecond = 50;

    public static Section Run(Bench bench)
    {
        var queries = new PageQueries(seed: 3);
        var random = new Random(4);
        var reads = new (string Name, Func<int, string> Path)[]
        {
            ("facets", _ => queries.Next("facets")),
            ("a random film", _ => $"/api/v1/movies/random?yearFrom={random.Next(1930, 1990)}"),
            ("a film's details", size => $"/api/v1/movies/{random.Next(1, size / 2)}"),
            ("similar films", size => $"/api/v1/movies/{random.Next(1, size / 2)}/similar"),
        };
        var table = new Table("films and read", "p50 ms", "p95 ms", "p99 ms");
        foreach (var size in bench.Plan.Sizes)
        {
            var address = bench.Catalogue(size).Address;
            foreach (var (name, path) in reads)
            {
                Bench.Say($"{name}, {size:N0} films");
                var latency = Measure(address, () => HttpRequests.Get(path(size)), bench.Plan);
                table.Add([$"{size:N0} {name}", .. latency.Cells]);
            }
        }

        return new Section(
            "Other reads",
            $"""
            Facets under one to four random filters, never seen; random films; details and similar films of random films. Open
            loop, {PerSecond} requests/s.
            """,
            table);
    }

    private static LatencySeries Measure(IPEndPoint address, Func<byte[]> request, Plan plan)
    {
        var latency = new LatencySeries();
        List<byte[]> Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => request())];
        ClosedLoop.Send(address, Draw(Plan.WarmUp / 4), connections: 4);
        for (var round = 0; round < plan.Rounds; round++)
        {
            latency.Add(new Latencies(OpenLoop.Send(address, Draw(plan.Requests / 4), PerSecond)));
        }

        return latency;
    }
}
