using Benchmarks.Processes;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>How fast the Scraper collects when nothing holds it back, and whether its memory grows with what it reads.</summary>
internal static class Scrape
{
    // Scrapy 2.8 on the same kind of machine, 100 items a page, one simple regular expression per title.
    private const double Scrapy = 4_200;

    public static Section Run(Bench bench)
    {
        int[] sizes = bench.Plan.Quick ? [20_000] : bench.Plan.Full ? [100_000, 200_000, 1_000_000] : [100_000, 200_000];
        var table = new Table("items", "items/s", "× Scrapy", "films", "CPU s", "CPU µs/item", "peak resident MB");
        List<(Series PerSecond, Series Peak)> results = [];
        foreach (var size in sizes)
        {
            results.Add(Measure(size, bench.Plan.Quick || size > 200_000 ? 1 : bench.Plan.Rounds, table));
        }

        var growth = results[^1].Peak.Median - results[0].Peak.Median;
        return new Section(
            "Scraping a listing",
            $"""
            "scraper scrape" over HTTP from a stub in another process on the same cores, {ListingStub.PageSize} uploads a page, no
            delay; titles read in full; every page with its films committed to SQLite (synchronous FULL). Metadata is away: the films
            stay in the outbox. Scrapy 2.8 without storing: {Scrapy:N0} items/s.
            """,
            table,
            bench.Plan.Quick ? [] :
            [
                Figure.AtLeast("items/s", results[^1].PerSecond.Median, 3 * Scrapy, "/s"),
                Figure.AtMost($"more memory at {sizes[^1]:N0} items than at {sizes[0]:N0}, MB", growth, 40, " MB"),
            ]);
    }

    private static (Series PerSecond, Series Peak) Measure(int items, int rounds, Table table)
    {
        var (perSecond, cpu, peak) = (new Series(), new Series(), new Series());
        var films = 0;
        using var stub = ListingStub.Start(items);
        for (var round = 1; round <= rounds; round++)
        {
            Bench.Say($"scraping {items:N0} items, round {round}");
            var outcome = ScrapeProcess.Run(stub.Address);
            if (outcome.Seen != items)
            {
                throw new InvalidOperationException($"Of {items} items {outcome.Seen} were seen.");
            }

            perSecond.Add(outcome.PerSecond);
            cpu.Add(outcome.CpuSeconds);
            peak.Add(outcome.PeakMegabytes);
            films = outcome.Films;
        }

        table.Add(
            $"{items:N0}", $"{perSecond}", Series.Number(perSecond.Median / Scrapy), $"{films:N0}", $"{cpu}",
            Series.Number(cpu.Median / items * 1_000_000), $"{peak}");
        return (perSecond, peak);
    }
}
