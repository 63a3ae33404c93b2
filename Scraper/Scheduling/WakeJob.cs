using Quartz;
using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>What Quartz calls when a job's time has come; the key is the job's name. The journal decides whether the job is
/// due and the lease who runs it: Quartz alone may call twice, or not at all.</summary>
internal sealed partial class WakeJob(
    PlannedJobs jobs, DueJobs due, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<WakeJob> logger) : IJob
{
    /// <summary>Set in the data of a call that begins a service's first round.</summary>
    public const string IsStart = "isStart";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (jobs.Find(context.JobDetail.Key.Name) is not { } job)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await WaitAsync(context.ScheduledFireTimeUtc, stop.Token);
            await RunIfDueAsync(job, context.MergedJobDataMap.ContainsKey(IsStart), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service stops; the run goes on after the next start.
        }
        catch (Exception mistake) when (mistake is ClockAstrayException or LeaseLostException)
        {
            LogLeft(job.Name, mistake.Message);
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            LogMistake(mistake, job.Name);
        }
    }

    private async Task RunIfDueAsync(IPlannedJob job, bool isStart, CancellationToken cancellationToken)
    {
        if (await due.FindAsync(job, isStart, cancellationToken) is not { } reason)
        {
            return;
        }

        if (reason.Reason != DueReason.Ordered && await job.TakeTurnAsync(cancellationToken) is { } bar)
        {
            LogBarred(job.Name, bar);
            return;
        }

        LogWoken(job.Name, reason.Reason, reason.Since);
        await job.RunAsync(cancellationToken);
        if (!cancellationToken.IsCancellationRequested)
        {
            await due.MeetAsync(reason, cancellationToken);
        }
    }

    /// <summary>Quartz calls some milliseconds early; a run begun before its time would leave that time to be made good.</summary>
    private async Task WaitAsync(DateTimeOffset? scheduled, CancellationToken cancellationToken)
    {
        while (scheduled - clock.GetUtcNow() is { } early && early > TimeSpan.Zero && early < TimeSpan.FromSeconds(1))
        {
            await Task.Delay(early, clock, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Job}: left out, {Reason}.")]
    private partial void LogBarred(string job, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Job}: {Reason} since {Since:u}.")]
    private partial void LogWoken(string job, DueReason reason, DateTimeOffset since);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Job}: left to another process. {Reason}")]
    private partial void LogLeft(string job, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job}: the run failed for a reason that is not the source's.")]
    private partial void LogMistake(Exception exception, string job);
}
