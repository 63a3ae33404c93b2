using Benchmarks.Films;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>One upload into a catalogue that is already large.</summary>
internal static class SingleUpsert
{
    public static Section Run(Bench bench)
    {
        var size = bench.Plan.Sizes[^1];
        var catalogue = bench.Catalogue(size);
        var table = new Table("upload", "p50 ms", "p95 ms", "p99 ms");
        var kinds = new (string Name, Func<int, byte[]> Body)[]
        {
            ("a new film", n => Batches.Of(bench.Films.Film(size + n))),
            ("a second upload of a known film", n => Batches.Of(bench.Films.SecondUpload(n))),
            ("the same upload, more views", n => Batches.Of(bench.Films.Film(n) with { Views = 1_000_000_000 + n })),
            ("the same upload", n => Batches.Of(bench.Films.Film(n) with { Views = 1_000_000_000 + n })),
        };
        var slowest = 0.0;
        foreach (var (name, body) in kinds)
        {
            Bench.Say($"single uploads: {name}");
            var latency = new LatencySeries();
            var perRound = bench.Plan.Requests / 4;
            for (var round = 0; round < bench.Plan.Rounds; round++)
            {
                var uploads = Enumerable.Range(round * perRound, perRound).Select(body).ToList();
                latency.Add(catalogue.Ingest(uploads, connections: 1).Latencies);
            }

            table.Add([name, .. latency.Cells]);
            slowest = Math.Max(slowest, latency.P50.Median);
        }

        return new Section(
            "Single uploads",
            $"""
            Batches of one upload into {size:N0} films on SQLite with synchronous FULL, over one connection (closed loop), the
            disk's flush included.
            """,
            table,
            Figure.AtMost("p50 of the slowest kind, ms", slowest, 5, " ms"));
    }
}
