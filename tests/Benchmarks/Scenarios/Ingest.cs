using Benchmarks.Films;
using Benchmarks.Load;
using Benchmarks.Processes;
using Benchmarks.Reporting;
using Hosts;

namespace Benchmarks.Scenarios;

/// <summary>A scraper's first delivery into an empty catalogue, and the same delivery once more.</summary>
internal static class Ingest
{
    private const int Senders = 4;

    public static Section Run(Bench bench)
    {
        var uploads = bench.Plan.MainSize;
        Bench.Say($"writing {uploads:N0} uploads");
        var batches = Batches.OfUploads(bench.Films, uploads);
        var postgres = PostgresServer.StartDurable();
        var results = new Dictionary<string, Result>(StringComparer.Ordinal) { ["SQLite"] = new(), ["PostgreSQL"] = new() };
        var yardstick = new Series();
        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            Bench.Say($"ingest, round {round + 1}");
            yardstick.Add(BareSqlite.InsertPerSecond(bench.Films, uploads));
            results["SQLite"].Measure(database: "", batches);
            results["PostgreSQL"].Measure(postgres.CreateDatabase(), batches);
        }

        return Report(uploads, results, yardstick);
    }

    private static Section Report(int uploads, Dictionary<string, Result> results, Series yardstick)
    {
        var table = new Table("into", "new/s", "again/s", "batch p50 ms", "batch p95 ms", "films", "new against bare");
        foreach (var (database, result) in results)
        {
            table.Add(database, $"{result.New}", $"{result.Again}", $"{result.Batch.P50}", $"{result.Batch.P95}", $"{result.Films:N0}",
                $"{Series.Number(result.New.Median / yardstick.Median)}×");
        }

        table.Add("bare SQLite inserts", $"{yardstick}", "", "", "", "", "");
        return new Section(
            "Ingest",
            $"{uploads:N0} uploads, each fifth a second one of an earlier film, into an empty catalogue: batches of 500 with "
            + $"Idempotency-Keys over {Senders} connections (closed loop). SQLite with synchronous FULL, PostgreSQL with fsync. Again: the "
            + "same uploads under new keys. Bare: the same rows by one prepared INSERT in this process, a transaction for every 500, the "
            + "same durability, four indexes; no HTTP, no JSON, no matching, no search.",
            table,
            Figure.AtLeast("new records/s into SQLite", results["SQLite"].New.Median, 15_000, "/s"),
            Figure.AtLeast("new records/s into PostgreSQL", results["PostgreSQL"].New.Median, 10_000, "/s"));
    }

    private sealed class Result
    {
        public Series New { get; } = new();

        public Series Again { get; } = new();

        public LatencySeries Batch { get; } = new();

        public int Films { get; private set; }

        public void Measure(string database, IReadOnlyList<byte[]> batches)
        {
            using var service = new MetadataProcess(database);
            var first = service.Ingest(batches, Senders);
            New.Add(first.PerSecond);
            Batch.Add(first.Latencies);
            Films = first.Counts.Created;
            var second = service.Ingest(batches, Senders);
            Again.Add(second.PerSecond);
            if (first.Counts.Rejected + second.Counts.Rejected + second.Counts.Created > 0)
            {
                throw new InvalidOperationException($"Uploads were lost or doubled: first {first.Counts}, again {second.Counts}.");
            }
        }
    }
}
