using Quartz;

namespace Scraper.Collecting;

/// <summary>Wakes a source's run; the job's key is the source's name. The lease, not Quartz, keeps two from running at once.</summary>
[DisallowConcurrentExecution]
internal sealed class CollectJob(ScheduledRun run, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await run.RunAsync(context.JobDetail.Key.Name, stop.Token);
    }
}
