using Quartz;

namespace Scraper.Scheduling;

/// <summary>The jobs as Quartz has them.</summary>
internal sealed class Schedule(PlannedJobs jobs, ISchedulerFactory schedulers)
{
    /// <summary>Hands each job's times to Quartz, whose store may hold those of an earlier start. Times missed are not
    /// its business: <see cref="CatchUpPlan"/> makes them good.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken))
        {
            if (jobs.Find(key.Name) is null)
            {
                await scheduler.DeleteJob(key, cancellationToken);
            }
        }

        foreach (var job in jobs.All)
        {
            var known = await scheduler.GetTrigger(new TriggerKey(job.Name), cancellationToken);
            if ((known as ICronTrigger)?.CronExpressionString != job.Cron)
            {
                await PlanAsync(scheduler, job, cancellationToken);
            }
        }
    }

    public async Task WakeAsync(string job, bool isStart, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var data = isStart ? new JobDataMap { [WakeJob.IsStart] = "true" } : null;
        await scheduler.TriggerJob(new JobKey(job), data, cancellationToken);
    }

    /// <summary>Lets jobs be woken by their times, or not.</summary>
    public async Task SetRunningAsync(bool isRunning, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (isRunning)
        {
            await scheduler.Start(cancellationToken);
        }
        else
        {
            await scheduler.Standby(cancellationToken);
        }
    }

    private static async Task PlanAsync(IScheduler scheduler, IPlannedJob job, CancellationToken cancellationToken)
    {
        var detail = JobBuilder.Create<WakeJob>().WithIdentity(job.Name).StoreDurably().RequestRecovery().Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(job.Name)
            .WithCronSchedule(job.Cron, cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing))
            .Build();
        await scheduler.ScheduleJob(
            detail, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
    }
}
