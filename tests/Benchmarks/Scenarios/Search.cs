using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>Searches as visitors type them, and suggestions while they type.</summary>
internal static class Search
{
    private const double PerSecond = 50;

    public static Section Run(Bench bench)
    {
        var results = bench.Plan.Sizes.ToDictionary(size => size, size => new SearchRounds(
            bench.Catalogue(size).Address, new SearchQueries(bench.Films, size, seed: 2), bench.Plan.Requests, PerSecond));
        foreach (var rounds in results.Values)
        {
            rounds.WarmUp();
        }

        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            foreach (var (size, rounds) in results)
            {
                Bench.Say($"search in {size:N0} films, round {round + 1}");
                rounds.Measure();
            }
        }

        return Report(bench.Plan, results);
    }

    private static Section Report(Plan plan, Dictionary<int, SearchRounds> results)
    {
        var table = new Table("films and query", "p50 ms", "p95 ms", "p99 ms", "film among the first five");
        foreach (var (size, rounds) in results)
        {
            foreach (var (kind, (latency, found)) in rounds.Kinds)
            {
                table.Add([$"{size:N0} {kind}", .. latency.Cells, found.IsEmpty ? "" : found.ToPercent()]);
            }
        }

        return new Section(
            "Search",
            $"""
            Titles of the catalogue typed in seven ways, none twice, 5 films a page, and beginnings of titles for suggestions;
            sizes taking turns. Open loop, {PerSecond} searches/s and {PerSecond * 2} suggestions/s. The last column only
            shows that the work was done: several films may share a title.
            """,
            table, Figures(plan, results));
    }

    private static List<Figure> Figures(Plan plan, Dictionary<int, SearchRounds> results)
    {
        List<Figure> figures = [];
        if (results.TryGetValue(Plan.Middle, out var middle))
        {
            var suggestions = middle.Kinds[SearchRounds.Suggestions].Latency.P95.Median;
            figures.Add(Figure.AtMost("p95 at 100,000 films, ms", All(middle).P95.Median, 15, " ms"));
            figures.Add(Figure.AtMost("p95 of suggestions at 100,000 films, ms", suggestions, 10, " ms"));
        }

        if (results.TryGetValue(Plan.Large, out var large))
        {
            figures.Add(Figure.AtMost("p95 at 1,000,000 films, ms", All(large).P95.Median, 40, " ms"));
        }

        if (plan.Sizes.Count > 1)
        {
            var growth = All(results[plan.Sizes[^1]]).P50.Median / All(results[Plan.Small]).P50.Median;
            figures.Add(Figure.AtMostTimes($"growth of the p50 from 10,000 to {plan.Sizes[^1]:N0} films", growth, 3));
        }

        return figures;
    }

    private static LatencySeries All(SearchRounds rounds) => rounds.Kinds[SearchRounds.AllKinds].Latency;
}
