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
        var total = Ask(connection, "yearTo=2999").Total;
        var deepest = Math.Min(Deep, (total / PageSize) - PagesOfEach);
        var (first, deep, cursor) = (new LatencySeries(), new LatencySeries(), new LatencySeries());
        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            Bench.Say($"first and deep pages, round {round + 1}");
            // A year so far ahead leaves out nothing, and makes pages that no round has asked for.
            var times = Enumerable.Range(1, PagesOfEach)
                .SelectMany(_ => Sorts, (page, sort) => Walk(connection, $"yearTo={3_000 + round}&sort={sort}", page, deepest))
                .ToList();
            first.Add(new Latencies(times.Select(time => time.First)));
            deep.Add(new Latencies(times.Select(time => time.Deep)));
            cursor.Add(new Latencies(times.Select(time => time.Cursor)));
        }

        var table = new Table("page", "p50 ms", "p95 ms", "p99 ms");
        table.Add([$"1 to {PagesOfEach}", .. first.Cells]);
        table.Add([$"{deepest + 1:N0} to {deepest + PagesOfEach:N0}", .. deep.Cells]);
        table.Add(["by nextCursor", .. cursor.Cells]);
        return new Section(
            "Deep pages",
            $"""
            Pages of {PageSize} of {films:N0} films in {Sorts.Length} sorts, never seen, the three kinds in turns over one
            connection (closed loop).
            """,
            table,
            Figure.AtMostTimes($"p50 of page {deepest:N0} against page 1", deep.P50.Median / first.P50.Median, 1.5),
            Figure.AtMostTimes("p50 by cursor against page 1", cursor.P50.Median / first.P50.Median, 1.5));
    }

    // The cursor leads on from the deep page, where a service that counts rows would have most to count.
    private static (double First, double Deep, double Cursor) Walk(
        HttpConnection connection, string list, int page, int deepest)
    {
        var first = Ask(connection, $"{list}&page={page}");
        var deep = Ask(connection, $"{list}&page={deepest + page}");
        var cursor = deep.Next is null ? double.NaN : Ask(connection, $"{list}&cursor={deep.Next}").Milliseconds;
        return (first.Milliseconds, deep.Milliseconds, cursor);
    }

    private static (int Total, string? Next, double Milliseconds) Ask(HttpConnection connection, string query)
    {
        var request = HttpRequests.Get($"/api/v1/movies?pageSize={PageSize}&{query}");
        var sent = Stopwatch.GetTimestamp();
        var answer = connection.Send(request).OrThrow(request);
        var milliseconds = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        using var read = JsonDocument.Parse(answer.Body.ToArray());
        var page = read.RootElement;
        var next = page.TryGetProperty("nextCursor", out var cursor) ? Uri.EscapeDataString(cursor.GetString()!) : null;
        return (page.GetProperty("total").GetInt32(), next, milliseconds);
    }
}
