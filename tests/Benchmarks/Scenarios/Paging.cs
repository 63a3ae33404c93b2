using System.Diagnostics;
using System.Text.Json;
using Benchmarks.Load;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>Whether a page far behind costs what the first one costs, and following a cursor too.</summary>
internal static class Paging
{
    private const int PageSize = 10;
    private const int PagesOfEach = 20;
    private const int Deep = 10_000;

    private static readonly string[] Sorts = ["popular", "new", "rating", "year", "title", "duration"];

    public static Section Run(Bench bench)
    {
        var films = bench.Plan.Sizes[^1];
        using var connection = new HttpConnection(bench.Catalogue(films).Address);
        var (deepest, _, _) = Ask(connection, "yearTo=2999");
        deepest = Math.Min(Deep, (deepest / PageSize) - PagesOfEach);
        var (first, deep, cursor) = (new LatencySeries(), new LatencySeries(), new LatencySeries());
        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            Bench.Say($"first and deep pages, round {round + 1}");
            Measure(connection, $"yearTo={3_000 + round}", deepest, first, deep, cursor);
        }

        var table = new Table("page", "p50 ms", "p95 ms", "p99 ms");
        table.Add($"1 to {PagesOfEach}", $"{first.P50}", $"{first.P95}", $"{first.P99}");
        table.Add($"{deepest:N0} to {deepest + PagesOfEach:N0}", $"{deep.P50}", $"{deep.P95}", $"{deep.P99}");
        table.Add("by nextCursor", $"{cursor.P50}", $"{cursor.P95}", $"{cursor.P99}");
        return new Section(
            "Deep pages",
            $"Pages of {PageSize} of {films:N0} films in {Sorts.Length} sorts, never seen, the three kinds in turns over one connection (closed loop).",
            table,
            Figure.AtMostTimes($"p50 of page {deepest:N0} against page 1", deep.P50.Median / first.P50.Median, 1.5),
            Figure.AtMostTimes("p50 by cursor against page 1", cursor.P50.Median / first.P50.Median, 1.5));
    }

    private static void Measure(
        HttpConnection connection, string filter, int deepest, LatencySeries first, LatencySeries deep, LatencySeries cursor)
    {
        List<double> near = [], far = [], following = [];
        foreach (var sort in Sorts)
        {
            for (var page = 1; page <= PagesOfEach; page++)
            {
                var (_, next, milliseconds) = Ask(connection, $"{filter}&sort={sort}&page={page}");
                near.Add(milliseconds);
                far.Add(Ask(connection, $"{filter}&sort={sort}&page={deepest + page}").Milliseconds);
                following.Add(next is null ? double.NaN : Ask(connection, $"{filter}&sort={sort}&cursor={next}").Milliseconds);
            }
        }

        first.Add(new Latencies(near));
        deep.Add(new Latencies(far));
        cursor.Add(new Latencies(following));
    }

    private static (int Total, string? Next, double Milliseconds) Ask(HttpConnection connection, string query)
    {
        var request = HttpRequests.Get($"/api/v1/movies?pageSize={PageSize}&{query}");
        var sent = Stopwatch.GetTimestamp();
        var answer = connection.Send(request).OrThrow(request);
        var milliseconds = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        using var page = JsonDocument.Parse(answer.Body.ToArray());
        var next = page.RootElement.TryGetProperty("nextCursor", out var cursor) ? Uri.EscapeDataString(cursor.GetString()!) : null;
        return (page.RootElement.GetProperty("total").GetInt32(), next, milliseconds);
    }
}
