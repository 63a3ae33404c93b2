using System.Data.Common;
using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>Orders a run of a source that failed as soon as its rung of the ladder has passed, instead of at its next time.</summary>
internal sealed partial class SecondChances(
    PlannedJobs jobs, SourceStandings standings, RunOrders orders, TimeProvider clock, ILogger<SecondChances> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await GiveAsync(stoppingToken);
            }
            catch (DbException unreachable)
            {
                LogUnread(unreachable);
            }
        }
    }

    private async Task GiveAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var planned = jobs.All.Select(job => job.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var standing in await standings.ListAsync(cancellationToken))
        {
            // Opened before it is ordered, so that it is ordered once, by one process.
            if (standing.RetryAt <= now && planned.Contains(standing.Source)
                && await standings.TryOpenAsync(standing.Source, cancellationToken) is null)
            {
                LogTrying(standing.Source, standing.Step);
                await orders.PlaceAsync(standing.Source, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: tried again after {Failures} failed runs.")]
    private partial void LogTrying(string source, int failures);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The standing of sources cannot be read; trying again.")]
    private partial void LogUnread(Exception exception);
}
