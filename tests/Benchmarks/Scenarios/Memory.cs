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
        var table = new Table("moment", "resident MB", "ready after s");
        using var service = new MetadataProcess(database: "");
        table.Add("started, no films", Resident(service), Ready(service));
        service.Load(bench.Films, films);
        table.Add($"{films:N0} films loaded", Resident(service), "");
        Visit(service, bench, films);
        table.Add("after traffic", Resident(service), "");
        var highest = Math.Max(service.ResidentMegabytes(), Restart(service, bench, films, table));
        foreach (var size in bench.Plan.Sizes.Where(size => size > films))
        {
            Restart(bench.Catalogue(size), bench, size, table);
        }

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

    private static double Restart(MetadataProcess service, Bench bench, int films, Table table)
    {
        Bench.Say($"starting on {films:N0} films");
        service.Restart();
        table.Add($"started, {films:N0} films", Resident(service), Ready(service));
        Visit(service, bench, films);
        table.Add("after traffic", Resident(service), "");
        return service.ResidentMegabytes();
    }

    private static void Visit(MetadataProcess service, Bench bench, int films)
    {
        var pages = new PageQueries(seed: 5);
        var searches = new SearchQueries(bench.Films, films, seed: 6);
        var requests = Enumerable.Range(0, Traffic(bench))
            .SelectMany(_ => (string[])[pages.Next("movies"), searches.Next().Path]);
        ClosedLoop.Send(service.Address, [.. requests.Select(HttpRequests.Get)], connections: 4);
    }

    private static int Traffic(Bench bench) => bench.Plan.Requests * 5;

    private static string Resident(MetadataProcess service) => Series.Number(service.ResidentMegabytes());

    private static string Ready(MetadataProcess service) => Series.Number(service.StartUp.TotalSeconds);
}
