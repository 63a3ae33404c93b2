using Benchmarks.Films;
using Benchmarks.Processes;
using Benchmarks.Reporting;
using Hosts;

namespace Benchmarks.Scenarios;

/// <summary>A scraper's first delivery into a nearly empty catalogue, and the same delivery once more.</summary>
internal static class Ingest
{
    private const int Senders = 4;
    private const int OtherFilms = 5_000;

    public static Section Run(Bench bench)
    {
        var uploads = bench.Plan.MainSize;
        Bench.Say($"writing {uploads:N0} uploads");
        var batches = Batches.OfUploads(bench.Films, uploads);
        var others = Batches.OfFilms(bench.Films, Plan.Large, Plan.Large + OtherFilms);
        var postgres = PostgresServer.StartDurable();
        var (sqlite, postgresql, yardstick) = (new Result(), new Result(), new Series());
        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            Bench.Say($"ingest, round {round + 1}");
            yardstick.Add(BareSqlite.InsertPerSecond(bench.Films, uploads));
            sqlite.Measure(database: "", others, batches);
            postgresql.Measure(postgres.CreateDatabase(), others, batches);
        }

        return Report(uploads, sqlite, postgresql, yardstick);
    }

    private static Section Report(int uploads, Result sqlite, Result postgresql, Series yardstick)
    {
        var table = new Table("into", "new/s", "against bare", "again/s", "p50 ms", "p95 ms", "p99 ms", "films");
        table.Add(["SQLite", .. sqlite.Cells(yardstick)]);
        table.Add(["PostgreSQL", .. postgresql.Cells(yardstick)]);
        table.Add(["bare SQLite inserts", $"{yardstick}", "", "", "", "", "", ""]);
        return new Section(
            "Ingest",
            $"""
            {uploads:N0} uploads, each fifth a second one of an earlier film, into a catalogue of {OtherFilms:N0} others:
            batches of 500 with Idempotency-Keys over {Senders} connections (closed loop). SQLite with synchronous FULL,
            PostgreSQL with fsync. Again: the same uploads under new keys. Milliseconds: one new batch. Bare: the same rows by
            one prepared INSERT in this process, a transaction for every 500, the same durability, four indexes; no HTTP, no
            JSON, no matching.
            """,
            table,
            Figure.AtLeast("new records/s into SQLite", sqlite.New.Median, 15_000, "/s"),
            Figure.AtLeast("new records/s into PostgreSQL", postgresql.New.Median, 10_000, "/s"));
    }

    private sealed class Result
    {
        private readonly Series _again = new();
        private readonly LatencySeries _batch = new();
        private int _films;

        public Series New { get; } = new();

        public IReadOnlyList<string> Cells(Series yardstick) =>
        [
            $"{New}", $"{Series.Number(New.Median / yardstick.Median)}×", $"{_again}", .. _batch.Cells, $"{_films:N0}",
        ];

        public void Measure(string database, IReadOnlyList<byte[]> others, IReadOnlyList<byte[]> batches)
        {
            using var service = new MetadataProcess(database);
            service.Ingest(others, Senders);
            var first = service.Ingest(batches, Senders);
            New.Add(first.PerSecond);
            _batch.Add(first.Latencies);
            _films = first.Counts.Created;
            var second = service.Ingest(batches, Senders);
            _again.Add(second.PerSecond);
            if (first.Counts.Rejected + second.Counts.Rejected + second.Counts.Created > 0)
            {
                throw new InvalidOperationException(
                    $"Uploads were lost or doubled: first {first.Counts}, again {second.Counts}.");
            }
        }
    }
}
