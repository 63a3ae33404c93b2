using Quartz;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Which sources run when, and which of them are due at once.</summary>
internal sealed class Schedule(
    SourceCatalog catalog, RunHistory history, ISchedulerFactory schedulers, TimeProvider clock)
{
    public IReadOnlyList<ConfiguredSource> Sources() => [.. catalog.All.Where(source => source.IsScheduled())];

    /// <summary>Hands each source's times to Quartz. A time missed while the machine slept is made good once.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var source in Sources())
        {
            var job = JobBuilder.Create<CollectJob>().WithIdentity(source.Name).Build();
            var trigger = TriggerBuilder.Create()
                .WithIdentity(source.Name)
                .WithCronSchedule(
                    source.Options.Cron,
                    cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        }
    }

    public async Task RunNowAsync(string source, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(new JobKey(source), cancellationToken: cancellationToken);
    }

    /// <summary>Whether a source should run at the start: never yet, cut off, or due while the service was down.</summary>
    public async Task<bool> IsDueAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        var targets = source.Request()!.Targets.Select(target => target.ToString()).ToList();
        var last = await history.FindLastAsync(source.Name, targets, limit: null, cancellationToken);
        return last is null
            || last.Status is RunStatus.Running or RunStatus.Stopped
            || source.NextRun(last.StartedAt) <= clock.GetUtcNow();
    }
}
