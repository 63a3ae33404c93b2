using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Benchmarks.Processes;

/// <summary>One "scraper scrape" of a stub, as an editor would start it, in a data directory of its own.</summary>
internal static class ScrapeProcess
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <param name="host">Where the listing is.</param>
    public static ScrapeOutcome Run(IPEndPoint host)
    {
        var directory = Directory.CreateTempSubdirectory("onlinecinema-bench-").FullName;
        var start = new ProcessStartInfo("dotnet", [Checkout.Scraper(), "scrape", "rutube", "--target", "search:x", "--json"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        Set("DataDirectory", directory);
        Set("Sources__rutube__BaseUrl", $"http://{host}");
        Set("Sources__rutube__DelayMilliseconds", "0");
        Set("Sources__rutube__PageLimit", "100000");
        Set("Network__AllowPrivateAddresses", "true");
        // Nobody takes the films: what is measured is collecting, up to the durable outbox.
        Set("Metadata__BaseUrl", "http://127.0.0.1:9");
        Set("Collecting__OutboxBound", "10000000");
        Set("Publishing__Patience", "00:00:00");
        Set("Starter__Enabled", "false");
        try
        {
            using var process = Process.Start(start)!;
            var (cpu, peak) = Watch(process);
            var report = JsonDocument.Parse(process.StandardOutput.ReadToEnd()).RootElement;
            return new ScrapeOutcome(
                report.GetProperty("seen").GetInt32(), report.GetProperty("films").GetInt32(),
                report.GetProperty("seconds").GetDouble(), cpu, peak);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        void Set(string key, string value) => start.Environment[key] = value;
    }

    private static (double CpuSeconds, double PeakMegabytes) Watch(Process process)
    {
        var (cpu, peak) = (0.0, 0.0);
        while (!process.WaitForExit(Glance))
        {
            try
            {
                process.Refresh();
                cpu = process.TotalProcessorTime.TotalSeconds;
                peak = Math.Max(peak, PeakOf(process.Id));
            }
            catch (Exception gone) when (gone is InvalidOperationException or IOException)
            {
                // It ended while being looked at: the last look counts.
            }
        }

        return (cpu, peak);
    }

    private static double PeakOf(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }
}

/// <summary>What a scrape did and cost.</summary>
/// <param name="PeakMegabytes">Most that the process held of the machine's memory (VmHWM).</param>
internal sealed record ScrapeOutcome(int Seen, int Films, double Seconds, double CpuSeconds, double PeakMegabytes)
{
    public double PerSecond => Seen / Seconds;
}
