using System.CommandLine;
using System.Globalization;
using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper schedule: when the service runs what, and orders to it.</summary>
internal sealed class ScheduleCommands(CommandContext context)
{
    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    private readonly Argument<string> _source = new("SOURCE") { Description = "Name of the source." };

    public Command Create()
    {
        var list = new Command("list", "Lists when each source runs next and how it last went.") { _json };
        list.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            Write(context.Terminal, await ReadAsync(services, cancellationToken), parsed.GetValue(_json));
            return ExitCode.Done;
        }));

        var run = new Command("run", "Orders the running service to run a source now.") { _source };
        run.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            return await OrderAsync(context.Terminal, services, parsed.GetValue(_source)!, cancellationToken);
        }));

        return new Command("schedule", "Lists the times of the service and orders runs.") { list, run };
    }

    private static async Task<ScheduleList> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var sources = services.GetRequiredService<SourceCatalog>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var latest = (await services.GetRequiredService<RunHistory>().ListLatestAsync(cancellationToken))
            .ToDictionary(run => run.Source, StringComparer.Ordinal);
        var items = sources.All.Select(source =>
        {
            var isRun = source.IsScheduled();
            var last = latest.GetValueOrDefault(source.Name);
            return new ScheduleItem(
                source.Name, isRun, source.Options.Cron,
                isRun ? source.NextRun(now) : null, last?.StartedAt, last?.Status);
        });
        return new ScheduleList(CliJson.Schema, [.. items]);
    }

    private static async Task<int> OrderAsync(
        Terminal terminal, IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var source = ScrapeOrder.Find(services.GetRequiredService<SourceCatalog>(), name);
        if (!source.IsScheduled())
        {
            terminal.Error.WriteLine(
                $"The service does not run {name}: it is disabled or has no targets. "
                + $"Set Sources:{name}:Enabled and Sources:{name}:Targets:0, or use \"scraper scrape {name}\".");
            return ExitCode.Failed;
        }

        await services.GetRequiredService<RunOrders>().PlaceAsync(name, cancellationToken);
        terminal.Out.WriteLine($"Ordered: \"scraper serve\" runs {name} within seconds, or as soon as it is started.");
        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, ScheduleList schedule, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, schedule, CliJson.Readable.ScheduleList);
            return;
        }

        terminal.WriteTable(
            ["Source", "Times", "Next (UTC)", "Last (UTC)", "Status"],
            schedule.Sources.Select(item => new[]
            {
                item.Source, item.Scheduled ? item.Cron : "not scheduled", Text(item.NextAt), Text(item.LastAt),
                item.LastStatus?.ToString().ToLowerInvariant() ?? "",
            }));
    }

    private static string Text(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}

internal sealed record ScheduleList(int Schema, IReadOnlyList<ScheduleItem> Sources);

/// <param name="Scheduled">Enabled and told what to read.</param>
internal sealed record ScheduleItem(
    string Source, bool Scheduled, string Cron, DateTimeOffset? NextAt, DateTimeOffset? LastAt, RunStatus? LastStatus);
