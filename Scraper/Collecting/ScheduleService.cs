using System.Data.Common;
using Scraper.Journal;

namespace Scraper.Collecting;

/// <summary>The service's day: the starter catalogue, then whatever is due, then times and orders as they come.</summary>
internal sealed partial class ScheduleService(
    StarterLoader starter, Schedule schedule, RunOrders orders, TimeProvider clock, ILogger<ScheduleService> logger)
    : BackgroundService
{
    private static readonly TimeSpan OrderPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LoadStarterAsync(stoppingToken);
        await schedule.PlanAsync(stoppingToken);
        foreach (var source in schedule.Sources())
        {
            if (await schedule.IsDueAsync(source, stoppingToken))
            {
                await schedule.RunNowAsync(source.Name, stoppingToken);
            }
        }

        await TakeOrdersAsync(stoppingToken);
    }

    private async Task LoadStarterAsync(CancellationToken cancellationToken)
    {
        try
        {
            await starter.LoadAsync(cancellationToken);
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException)
        {
            // The sources can be collected without it.
            LogStarterFailed(mistake);
        }
    }

    private async Task TakeOrdersAsync(CancellationToken cancellationToken)
    {
        var handedOn = 0;
        using var timer = new PeriodicTimer(OrderPause, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                var planned = schedule.Sources().Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
                foreach (var order in (await orders.ListAsync(cancellationToken)).Where(order => order.Id > handedOn))
                {
                    handedOn = order.Id;
                    if (!planned.Contains(order.Source))
                    {
                        await orders.FulfilAsync(order.Source, order.Id, cancellationToken);
                        LogNotPlanned(order.Source);
                        continue;
                    }

                    await schedule.RunNowAsync(order.Source, cancellationToken);
                }
            }
            catch (DbException unreachable)
            {
                LogOrdersUnread(unreachable);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The starter catalogue could not be taken in.")]
    private partial void LogStarterFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An order to run {Source} is dropped: it is disabled or has no targets.")]
    private partial void LogNotPlanned(string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run orders cannot be read; trying again.")]
    private partial void LogOrdersUnread(Exception exception);
}
