using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>Tells from the journal whether a job is to be run. Whatever wakes a job, and however often, this decides: so
/// times missed make one run, and a time that two processes were woken for makes one, too.</summary>
internal sealed class DueJobs(RunOrders orders, PausedJobs paused, Leases leases, TimeProvider clock)
{
    /// <param name="isStart">Runs that were stopped cleanly go on with the service's start; while it runs, who stopped one
    /// at the terminal meant it.</param>
    /// <returns>Null when it is not due, or another process is at it.</returns>
    public async Task<DueJob?> FindAsync(IPlannedJob job, bool isStart, CancellationToken cancellationToken)
    {
        if (await leases.FindHolderAsync(job.Name, cancellationToken) is not null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if ((await orders.ListAsync(cancellationToken)).LastOrDefault(order => order.Source == job.Name) is { } order)
        {
            return new DueJob(job.Name, DueReason.Ordered, order.OrderedAt, order.Id);
        }

        if ((await paused.ListAsync(cancellationToken)).Contains(job.Name))
        {
            return null;
        }

        var last = await job.FindLastAsync(cancellationToken);
        if ((last?.StartedAt ?? job.WaitsFrom) is not { } since)
        {
            return new DueJob(job.Name, DueReason.Never, now);
        }

        if (last?.Status == RunStatus.Running || (last?.Status == RunStatus.Stopped && isStart))
        {
            return new DueJob(job.Name, DueReason.CutOff, now);
        }

        return job.NextAfter(since) is { } next && next <= now ? new DueJob(job.Name, DueReason.Missed, next) : null;
    }

    /// <summary>The job has run: an order to do so is met.</summary>
    public async Task MeetAsync(DueJob job, CancellationToken cancellationToken)
    {
        if (job.OrderId is { } order)
        {
            await orders.FulfilAsync(job.Name, order, cancellationToken);
        }
    }
}

/// <param name="Since">From when on it is due.</param>
/// <param name="OrderId">The newest order that a run now would meet.</param>
internal sealed record DueJob(string Name, DueReason Reason, DateTimeOffset Since, int? OrderId = null);

internal enum DueReason
{
    /// <summary>Its time has come.</summary>
    Missed,

    /// <summary>It has not run yet.</summary>
    Never,

    /// <summary>Its last run did not come to its end, and nobody is at it.</summary>
    CutOff,

    /// <summary>An editor wants it now.</summary>
    Ordered,
}
