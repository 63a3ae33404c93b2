using System.Net;
using Benchmarks.Load;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>Pages that nobody has asked for before, so that no cache can help.</summary>
internal static class FilteredPages
{
    private const double PerSecond = 100;
    private const int Connections = 4;

    public static Section Run(Bench bench)
    {
        var queries = new PageQueries(seed: 1);
        var results = bench.Plan.Sizes.ToDictionary(size => size, _ => new Result());
        foreach (var size in bench.Plan.Sizes)
        {
            ClosedLoop.Send(bench.Catalogue(size).Address, Requests(queries, bench.Plan.Requests), Connections);
        }

        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            foreach (var (size, result) in results)
            {
                Bench.Say($"never-seen pages of {size:N0} films, round {round + 1}");
                result.Measure(bench.Catalogue(size).Address, Requests(queries, bench.Plan.Requests), Requests(queries, bench.Plan.Requests));
            }
        }

        return Report(bench.Plan, results);
    }

    private static List<byte[]> Requests(PageQueries queries, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => HttpRequests.Get(queries.Next("movies")))];

    private static Section Report(Plan plan, Dictionary<int, Result> results)
    {
        var table = new Table("films", "p50 ms", "p95 ms", "p99 ms", "pages/s", "empty");
        foreach (var (size, result) in results)
        {
            table.Add($"{size:N0}", $"{result.Latency.P50}", $"{result.Latency.P95}", $"{result.Latency.P99}", $"{result.PagesPerSecond}", result.Empty.ToPercent());
        }

        List<Figure> figures = [];
        if (results.TryGetValue(Plan.Middle, out var middle))
        {
            figures.Add(Figure.AtMost("p50 at 100,000 films, ms", middle.Latency.P50.Median, 2, " ms"));
        }

        if (plan.Sizes.Count > 1)
        {
            var growth = results[plan.Sizes[^1]].Latency.P50.Median / results[Plan.Small].Latency.P50.Median;
            figures.Add(Figure.AtMostTimes($"growth of the p50 from 10,000 to {plan.Sizes[^1]:N0} films", growth, 2));
        }

        return new Section(
            "Never-seen filtered pages",
            $"One to four random filters and a random sort, 24 films a page, no request twice, sizes taking turns. Latency: open loop, "
            + $"{PerSecond} requests/s. Pages/s: closed loop, {Connections} connections.",
            table, figures);
    }

    private sealed class Result
    {
        public LatencySeries Latency { get; } = new();

        public Series PagesPerSecond { get; } = new();

        public Series Empty { get; } = new();

        public void Measure(IPEndPoint address, List<byte[]> arriving, List<byte[]> crowding)
        {
            var empty = 0;
            Latency.Add(new Latencies(OpenLoop.Send(address, arriving, PerSecond, (_, answer) =>
            {
                if (answer.Body.IndexOf("\"total\":0,"u8) >= 0)
                {
                    Interlocked.Increment(ref empty);
                }
            })));
            Empty.Add(empty / (double)arriving.Count);
            PagesPerSecond.Add(crowding.Count / ClosedLoop.Send(address, crowding, Connections).Elapsed.TotalSeconds);
        }
    }
}
