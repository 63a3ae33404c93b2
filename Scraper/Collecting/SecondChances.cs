using System.Data.Common;
using Scraper.Journal;

namespace Scraper.Collecting;

/// <summary>Runs a source that failed as soon as its rung of the ladder has passed, instead of at its next time.</summary>
internal sealed partial class SecondChances(
    Schedule schedule, SourceStandings standings, TimeProvider clock, ILogger<SecondChances> logger) : BackgroundService
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
        var planned = schedule.Sources().Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var standing in await standings.ListAsync(cancellationToken))
        {
            if (standing.PausedAt is null && standing.RetryAt <= now && planned.Contains(standing.Source))
            {
                LogTrying(standing.Source, standing.Step);
                await schedule.RunNowAsync(standing.Source, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: tried again after {Failures} failed runs.")]
    private partial void LogTrying(string source, int failures);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The standing of sources cannot be read; trying again.")]
    private partial void LogUnread(Exception exception);
}
