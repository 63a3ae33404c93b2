using Benchmarks.Load;
using Benchmarks.Processes;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>What the service holds of the machine, and how soon it serves a catalogue that is already there.</summary>
internal static class Memory
{
    public static Section Run(Bench bench)
    {
        var films = bench.Plan.MainSize;
        Bench.Say($"memory, {films:N0} films");
        using var service = new MetadataProcess(database: "");
        var table = new Table("moment", "resident MB", "ready after s");
        void Note(string moment, string ready = "") =>
            table.Add(moment, Series.Number(service.ResidentMegabytes()), ready);

        Note("started, no films", Series.Number(service.StartUp.TotalSeconds));
        service.Load(bench.Films, films);
        Note($"{films:N0} films loaded");
        Visit(service, bench, seed: 11);
        Note("after traffic");
        var highest = service.ResidentMegabytes();
        service.Restart();
        Note($"started, {films:N0} films", Series.Number(service.StartUp.TotalSeconds));
        Visit(service, bench, seed: 12);
        Note("after traffic");
        highest = Math.Max(highest, service.ResidentMegabytes());
        Figure[] figures = films == Plan.Middle
            ? [Figure.AtMost("resident after traffic at 100,000 films, MB", highest, 250, " MB")] : [];
        return new Section(
            "Memory and start",
            $"""
            VmRSS of the process on SQLite; the higher value after traffic counts. Traffic: {Traffic(bench):N0} never-seen
            pages and as many searches over 4 connections. Ready: from the start of the process to 200 at /health/ready.
            """,
            table, figures);
    }

    private static void Visit(MetadataProcess service, Bench bench, int seed)
    {
        var pages = new PageQueries(seed);
        var searches = new SearchQueries(bench.Films, bench.Plan.MainSize, seed);
        var requests = Enumerable.Range(0, Traffic(bench))
            .SelectMany(_ => (string[])[pages.Next("movies"), searches.Next().Path]);
        ClosedLoop.Send(service.Address, [.. requests.Select(HttpRequests.Get)], connections: 4);
    }

    private static int Traffic(Bench bench) => bench.Plan.Requests * 5;
}
