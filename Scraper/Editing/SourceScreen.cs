using System.Globalization;
using Scraper.Fetching.Pacing;
using Scraper.Fetching.Robots;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper sources show: one source's settings, standing and host.</summary>
internal static class SourceScreen
{
    public static async Task<int> ShowAsync(
        Terminal terminal, IServiceProvider services, string name, bool asJson, CancellationToken cancellationToken)
    {
        var source = ScrapeOrder.Find(services.GetRequiredService<SourceCatalog>(), name);
        var standing = await services.GetRequiredService<SourceStandings>().FindAsync(source.Name, cancellationToken);
        var item = SourceItem.Of(source, standing);
        if (asJson)
        {
            CliJson.Write(terminal.Out, new SourceList(CliJson.Schema, [item]), CliJson.Readable.SourceList);
            return ExitCode.Done;
        }

        terminal.Out.WriteLine($"{item.Name}, enabled: {item.InWords()}; runs at \"{item.Cron}\"");
        if (StandingText.Of(standing) is { } text)
        {
            terminal.Out.WriteLine($"  {text}");
        }

        terminal.Out.WriteLine("  reads targets of the forms:");
        WriteLines(terminal, item.TargetForms);
        terminal.Out.WriteLine(item.Targets.Count > 0
            ? "  configured targets:" : $"  configured targets: none; set Sources:{item.Name}:Targets:0");
        WriteLines(terminal, item.Targets);
        if (source.Options.BaseUrl is { } host)
        {
            terminal.Out.WriteLine($"  host {host}:");
            WriteLines(terminal, await HostLinesAsync(services, source.Options, host, cancellationToken));
        }

        return ExitCode.Done;
    }

    private static async Task<IReadOnlyList<string>> HostLinesAsync(
        IServiceProvider services, SourceOptions options, Uri host, CancellationToken cancellationToken)
    {
        var copy = await services.GetRequiredService<RobotsCopies>()
            .FindAsync(host.GetLeftPart(UriPartial.Authority), cancellationToken);
        var pace = await services.GetRequiredService<SharedPaces>().FindAsync(host.Authority, cancellationToken);
        List<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"at least {options.DelayMilliseconds} ms between requests")
                + (pace is null ? "" : string.Create(
                    CultureInfo.InvariantCulture,
                    $", {Math.Max(pace.Delay.TotalMilliseconds, options.DelayMilliseconds):0} ms at last")),
            RobotsText.Of(copy),
        ];
        if (options.PermittedPaths.Count > 0)
        {
            lines.Add($"read by permission whatever robots.txt says: {string.Join(", ", options.PermittedPaths)}");
        }

        if (pace is { Failures: > 0 })
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{pace.Failures} failures in a row, asked again after {pace.OpensAt:yyyy-MM-dd HH:mm:ss} UTC"));
        }

        return lines;
    }

    private static void WriteLines(Terminal terminal, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Out.WriteLine($"    {line}");
        }
    }
}
