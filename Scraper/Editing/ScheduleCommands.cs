using System.CommandLine;
using System.Globalization;
using Scraper.Journal;
using Scraper.Links;
using Scraper.Scheduling;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper schedule: when the service runs what, and orders to it.</summary>
internal sealed class ScheduleCommands(CommandContext context)
{
    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    private readonly Argument<string> _job = new("JOB") { Description = "Name of a source, or \"links\"." };

    public Command Create()
    {
        var list = new EditorCommand(
            "list", "Lists when each source runs next and how it last went.", "scraper schedule list")
        {
            _json,
        };
        list.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            Write(context.Terminal, await ReadAsync(services, cancellationToken), parsed.GetValue(_json));
            return ExitCode.Done;
        }));

        var run = Change("run", "Orders the running service to run a job now.", OrderAsync);
        var pause = Change("pause", "Leaves a job out at its times until it is resumed; survives restarts.", PauseAsync);
        var resume = Change("resume", "Lets a paused job run at its times again.", ResumeAsync);
        return new Command("schedule", "Lists the times of the service, pauses and resumes jobs, and orders runs.")
        {
            list, run, pause, resume,
        };
    }

    private EditorCommand Change(
        string name, string description, Func<Terminal, IServiceProvider, IPlannedJob, CancellationToken, Task<int>> act)
    {
        var command = new EditorCommand(name, description, $"scraper schedule {name} rutube", $"scraper schedule {name} links")
        {
            _job,
        };
        command.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            return Find(services, parsed.GetValue(_job)!) is { } job
                ? await act(context.Terminal, services, job, cancellationToken)
                : ExitCode.Failed;
        }));
        return command;
    }

    private IPlannedJob? Find(IServiceProvider services, string name)
    {
        if (services.GetRequiredService<PlannedJobs>().Find(name) is { } job)
        {
            return job;
        }

        if (name.Equals(LinksJob.JobName, StringComparison.OrdinalIgnoreCase))
        {
            context.Terminal.Error.WriteLine("The service does not check links: set Links:Enabled, or use \"scraper links check\".");
            return null;
        }

        name = ScrapeOrder.Find(services.GetRequiredService<SourceCatalog>(), name).Name;
        context.Terminal.Error.WriteLine(
            $"The service does not run {name}: it is disabled or has no targets. "
            + $"Set Sources:{name}:Enabled and Sources:{name}:Targets:0, or use \"scraper scrape {name}\".");
        return null;
    }

    private static async Task<ScheduleList> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var jobs = services.GetRequiredService<PlannedJobs>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var paused = await services.GetRequiredService<PausedJobs>().ListAsync(cancellationToken);
        var latest = (await services.GetRequiredService<RunHistory>().ListLatestAsync(cancellationToken))
            .ToDictionary(run => run.Source, StringComparer.Ordinal);
        var resting = services.GetRequiredService<SourceCatalog>().All.Where(source => jobs.Find(source.Name) is null);
        return new ScheduleList(
            CliJson.Schema,
            [
                .. jobs.All.Select(job => Item(job.Name, job.Cron, paused.Contains(job.Name) ? null : job.NextAfter(now), true)),
                .. resting.Select(source => Item(source.Name, source.Options.Cron, null, false)),
            ],
            await IsServingAsync(services, cancellationToken));

        ScheduleItem Item(string name, string cron, DateTimeOffset? next, bool isPlanned)
        {
            var last = latest.GetValueOrDefault(name);
            return new ScheduleItem(name, isPlanned, cron, next, last?.StartedAt, last?.Status, paused.Contains(name));
        }
    }

    private static async Task<bool> IsServingAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<Leases>().FindHolderAsync(ServicePresence.Lease, cancellationToken) is not null;

    private static async Task<int> OrderAsync(
        Terminal terminal, IServiceProvider services, IPlannedJob job, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<RunOrders>().PlaceAsync(job.Name, cancellationToken);
        terminal.Out.WriteLine(await IsServingAsync(services, cancellationToken)
            ? $"Ordered: the service is running and begins with {job.Name} within seconds."
            : $"Ordered, but no \"scraper serve\" is running: {job.Name} is run as soon as one is started.");
        return ExitCode.Done;
    }

    private static async Task<int> PauseAsync(
        Terminal terminal, IServiceProvider services, IPlannedJob job, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<PausedJobs>().PauseAsync(job.Name, cancellationToken);
        terminal.Out.WriteLine($"Paused: {job.Name} is left out until \"scraper schedule resume {job.Name}\". "
            + "A run under way goes on to its end, and orders are obeyed.");
        return ExitCode.Done;
    }

    private static async Task<int> ResumeAsync(
        Terminal terminal, IServiceProvider services, IPlannedJob job, CancellationToken cancellationToken)
    {
        var wasPaused = await services.GetRequiredService<PausedJobs>().ResumeAsync(job.Name, cancellationToken);
        terminal.Out.WriteLine(wasPaused
            ? $"Resumed: {job.Name} runs at its times again; one that it missed is made good."
            : $"{job.Name} was not paused.");
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
                item.Source, item.Scheduled ? item.Cron : "not scheduled", item.Paused ? "paused" : Text(item.NextAt), Text(item.LastAt),
                item.LastStatus?.ToString().ToLowerInvariant() ?? "",
            }));
        if (!schedule.Serving)
        {
            terminal.Out.WriteLine("No \"scraper serve\" is running: nothing happens at these times.");
        }
    }

    private static string Text(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Serving">Whether a process serves, so that the times are kept.</param>
internal sealed record ScheduleList(int Schema, IReadOnlyList<ScheduleItem> Sources, bool Serving);

/// <param name="Scheduled">Enabled and told what to read.</param>
internal sealed record ScheduleItem(
    string Source, bool Scheduled, string Cron, DateTimeOffset? NextAt, DateTimeOffset? LastAt, RunStatus? LastStatus,
    bool Paused);
