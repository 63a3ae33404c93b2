using Benchmarks.Processes;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>Pages that nobody has asked for before, so that no cache can help.</summary>
internal static class FilteredPages
{
    public static Section Run(Bench bench)
    {
        var queries = new PageQueries(seed: 1);
        var rounds = bench.Plan.Sizes.ToDictionary(size => size, size => new PageRounds(
            bench.Catalogue(size).Address, () => queries.Next("movies"), bench.Plan.Requests));
        using var bare = BareKestrel.Start(new byte[10_000]);
        var floor = new PageRounds(bare.Address, () => BareKestrel.Path, bench.Plan.Requests);
        foreach (var each in rounds.Values.Append(floor))
        {
            each.WarmUp();
        }

        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            Bench.Say($"never-seen pages, round {round + 1}");
            foreach (var each in rounds.Values.Append(floor))
            {
                each.Measure();
            }
        }

        return Report(bench.Plan, rounds, floor);
    }

    private static Section Report(Plan plan, Dictionary<int, PageRounds> rounds, PageRounds floor)
    {
        var table = new Table("films", "p50 ms", "p95 ms", "p99 ms", "pages/s", "empty");
        foreach (var (size, of) in rounds)
        {
            table.Add([$"{size:N0}", .. of.Latency.Cells, $"{of.PerSecond}", of.Empty.ToPercent()]);
        }

        table.Add(["bare Kestrel", .. floor.Latency.Cells, $"{floor.PerSecond}", ""]);
        return new Section(
            "Never-seen filtered pages",
            $"""
            One to four random filters and a random sort, 24 films a page, no request twice, sizes taking turns. Latency: open
            loop, {PageRounds.ArrivingPerSecond} requests/s. Pages/s: closed loop, {PageRounds.Connections} connections.
            Bare Kestrel returns 10,000 bytes: what the generator and the machine add.
            """,
            table, Figures(plan, rounds));
    }

    private static List<Figure> Figures(Plan plan, Dictionary<int, PageRounds> rounds)
    {
        List<Figure> figures = [];
        if (rounds.TryGetValue(Plan.Middle, out var middle))
        {
            figures.Add(Figure.AtMost("p50 at 100,000 films, ms", middle.Latency.P50.Median, 2, " ms"));
        }

        if (plan.Sizes.Count > 1)
        {
            var growth = rounds[plan.Sizes[^1]].Latency.P50.Median / rounds[Plan.Small].Latency.P50.Median;
            figures.Add(Figure.AtMostTimes($"growth of the p50 from 10,000 to {plan.Sizes[^1]:N0} films", growth, 2));
        }

        return figures;
    }
}
