using Scraper.Collecting;
using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>The service's day: the starter catalogue, then what is due, round after round. Rests while the clock is off.</summary>
internal sealed partial class ScheduleService(
    StarterLoader starter, Schedule schedule, DueRounds rounds, ServiceWatch watch, ILogger<ScheduleService> logger)
    : BackgroundService
{
    private bool? _isResting;
    private bool _isPlanned;
    private bool _isStart = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LoadStarterAsync(stoppingToken);
        do
        {
            try
            {
                await TurnAsync(stoppingToken);
            }
            catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
            {
                LogUnreachable(trouble.GetBaseException().Message);
            }
        }
        while (await watch.NextAsync(stoppingToken));
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (!_isPlanned)
        {
            await schedule.PlanAsync(cancellationToken);
            _isPlanned = true;
        }

        var trouble = await watch.LookAsync(cancellationToken);
        if (trouble is not null != _isResting)
        {
            _isResting = trouble is not null;
            await schedule.SetRunningAsync(trouble is null, cancellationToken);
            Tell(trouble);
        }

        if (trouble is not null)
        {
            return;
        }

        foreach (var job in await rounds.NextAsync(_isStart, cancellationToken))
        {
            await schedule.WakeAsync(job, _isStart, cancellationToken);
        }

        _isStart = false;
    }

    private void Tell(string? trouble)
    {
        if (trouble is null)
        {
            LogRunning();
        }
        else
        {
            LogResting(trouble);
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The starter catalogue could not be taken in.")]
    private partial void LogStarterFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journal cannot be asked what is due; trying again. {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule rests: {Reason}")]
    private partial void LogResting(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The schedule runs.")]
    private partial void LogRunning();
}
