using Quartz;
using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>Something that the service does by itself at its times, one process at a time.</summary>
internal interface IPlannedJob
{
    /// <summary>Also the name of its lease and of its runs.</summary>
    string Name { get; }

    /// <summary>Its times, in Quartz's form.</summary>
    string Cron { get; }

    /// <summary>A job that has never run waits for the first of its times after this moment; null when it runs at once.</summary>
    DateTimeOffset? WaitsFrom { get; }

    /// <summary>The run by which it is told whether it is due; null when there was none of late.</summary>
    Task<Run?> FindLastAsync(CancellationToken cancellationToken);

    /// <summary>Takes the turn of which several processes may have heard. Asked of what nobody has ordered: who orders a run
    /// means it.</summary>
    /// <returns>Why it is left alone although its time has come; null when the turn is the caller's.</returns>
    Task<string?> TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Runs it, under its lease. Whatever goes wrong is logged and stays with this job.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

internal static class PlannedTimes
{
    /// <summary>The first of its times after a moment; null when there is none any more.</summary>
    public static DateTimeOffset? NextAfter(this IPlannedJob job, DateTimeOffset moment) =>
        new CronExpression(job.Cron).GetNextValidTimeAfter(moment);
}
