using System.Net;
using Benchmarks.Load;
using Benchmarks.Processes;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>Pages that the Gateway keeps, with all that stands before them, against a bare Kestrel endpoint that returns the
/// very same bytes.</summary>
internal static class EdgePages
{
    private const string Hot = "/api/v1/movies?genre=%D0%B4%D1%80%D0%B0%D0%BC%D0%B0&sort=popular";
    private const string Brotli = "Accept-Encoding: br\r\n";
    private const int Connections = 8;
    private const int Addresses = 500;
    private const int Draws = 20_000;

    public static Section Run(Bench bench)
    {
        using var gateway = new GatewayProcess(bench.Catalogue(Plan.Small).Address);
        var table = new Table("pages", "Gateway /s", "bare /s", "Gateway against it", "Gateway p99 ms", "bare p99 ms", "B/request", "bare B");
        var (plain, packed, zipf) = (
            Compare(bench, gateway, "one, plain", [HttpRequests.Get(Hot)], null, table),
            Compare(bench, gateway, "one, Brotli", [HttpRequests.Get(Hot, Brotli)], "br", table),
            Compare(bench, gateway, $"{Addresses} addresses, Zipf, plain", Drawn(), null, table));
        return new Section(
            "Pages of the Gateway",
            $"""
            Lists of films from the Gateway's memory over {Connections} keep-alive connections of as many clients (closed
            loop), in turns with an endpoint that writes the same bytes and does nothing else: one page again and again, and
            {Addresses} addresses, the k-th asked for 1/k as often as the first. Limits, headers, tags, counters and the look
            at the catalogue's state are included. B/request: what the process allocates.
            """,
            table,
            Figure.AtLeastTimes("requests/s of a hot page against bare Kestrel", plain.Share, 0.9),
            Figure.AtLeastTimes("the same in Brotli", packed.Share, 0.9),
            Figure.AtMostTimes("p99 of a hot page against bare Kestrel", plain.P99, 2),
            Figure.AtMostTimes("the same in Brotli", packed.P99, 2),
            Figure.AtLeastTimes($"requests/s of {Addresses} addresses against bare Kestrel", zipf.Share, 0.8));
    }

    private static (double Share, double P99) Compare(
        Bench bench, GatewayProcess gateway, string name, List<byte[]> requests, string? coding, Table table)
    {
        byte[] body = [];
        // Twice, so that each page and its address are known.
        ClosedLoop.Send(gateway.Address, [.. requests.Distinct(), .. requests.Distinct()], Connections);
        ClosedLoop.Send(gateway.Address, [requests[0]], connections: 1, (_, answer) => body = answer.Body.ToArray());
        using var bare = BareKestrel.Start(body, coding);
        var duration = TimeSpan.FromSeconds(bench.Plan.Quick ? 1 : 2);
        ClosedLoop.Repeat(gateway.Address, requests, Connections, duration);
        ClosedLoop.Repeat(bare.Address, requests, Connections, duration);
        var (ours, theirs, share, p99) = (new Rates(), new Rates(), new Series(), new Series());
        for (var round = 0; round < bench.Plan.Rounds; round++)
        {
            Bench.Say($"pages of the Gateway and bare Kestrel, {name}, round {round + 1}");
            var mine = ours.Add(ClosedLoop.Repeat(gateway.Address, requests, Connections, duration));
            var other = theirs.Add(ClosedLoop.Repeat(bare.Address, requests, Connections, duration));
            share.Add(mine.PerSecond / other.PerSecond);
            p99.Add(mine.P99 / other.P99);
        }

        table.Add(
            name, $"{ours.PerSecond}", $"{theirs.PerSecond}", $"{share}×", $"{ours.P99}", $"{theirs.P99}",
            Allocated(gateway.Id, gateway.Address, requests), Allocated(bare.Id, bare.Address, requests));
        return (share.Median, p99.Median);
    }

    private static string Allocated(int process, IPEndPoint address, List<byte[]> requests)
    {
        var perSecond = 0.0;
        var bytes = Allocations.PerSecond(process, () =>
        {
            var round = ClosedLoop.Repeat(address, requests, Connections, TimeSpan.FromSeconds(5));
            perSecond = round.Latencies.Count / round.Elapsed.TotalSeconds;
        });
        return Series.Number(bytes / perSecond);
    }

    private static List<byte[]> Drawn()
    {
        var random = new Random(9);
        var weights = Enumerable.Range(1, Addresses).Select(rank => 1.0 / rank).ToArray();
        var pages = Enumerable.Range(1, Addresses).Select(page => HttpRequests.Get($"/api/v1/movies?page={page}&pageSize=20&sort=new")).ToList();
        var all = weights.Sum();
        return [.. Enumerable.Range(0, Draws).Select(_ => pages[Pick(weights, random.NextDouble() * all)])];
    }

    private static int Pick(double[] weights, double point)
    {
        var at = 0;
        while (at < weights.Length - 1 && (point -= weights[at]) > 0)
        {
            at++;
        }

        return at;
    }

    private sealed class Rates
    {
        public Series PerSecond { get; } = new();

        public Series P99 { get; } = new();

        public (double PerSecond, double P99) Add(ClosedLoop.Outcome round)
        {
            var perSecond = round.Latencies.Count / round.Elapsed.TotalSeconds;
            PerSecond.Add(perSecond);
            P99.Add(round.Latencies.P99);
            return (perSecond, round.Latencies.P99);
        }
    }
}
