using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>One run of a source in the service. Whatever goes wrong is logged once and stays with this source.</summary>
internal sealed partial class ScheduledRun(
    SourceCatalog sources, SourceKeeper keeper, SourceStandings standings, RunOrders orders, ILogger<ScheduledRun> logger)
{
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var met = (await orders.ListAsync(cancellationToken)).LastOrDefault(order => order.Source == name);
            // Who orders a run means it, whatever stands against it.
            var bar = met is null ? await standings.TryOpenAsync(name, cancellationToken) : null;
            if (bar is not null)
            {
                LogBarred(name, bar.PausedAt is null ? $"failing, tried again at {bar.RetryAt:u}" : "paused");
            }
            else if (sources.Find(name)?.Request() is { } request)
            {
                await CollectAsync(request, cancellationToken);
            }

            if (met is not null && !cancellationToken.IsCancellationRequested)
            {
                await orders.FulfilAsync(name, met.Id, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops; the run goes on after the next start.
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            LogMistake(mistake, name);
        }
    }

    private async Task CollectAsync(RunRequest request, CancellationToken cancellationToken)
    {
        LogStarted(request.Name, request.Targets.Count);
        var outcome = await keeper.RunAsync(request, new Progress<RunProgress>(), cancellationToken);
        if (outcome.Run is not { } run)
        {
            LogBusy(request.Name, outcome.Holder!.Owner, outcome.Holder.TakenAt);
        }
        else if (run.Status is RunStatus.Done or RunStatus.Stopped)
        {
            LogEnded(request.Name, run.Status, run.Seen, run.Films, run.Review);
        }
        else
        {
            LogUnreadable(request.Name, run.Status, run.Films, run.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: collecting from {Targets} targets.")]
    private partial void LogStarted(string source, int targets);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {Status}; {Seen} videos seen, {Films} films, {Review} for review.")]
    private partial void LogEnded(string source, RunStatus status, int seen, int films, int review);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Status}, {Films} films kept. {Reason}")]
    private partial void LogUnreadable(string source, RunStatus status, int films, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: left out, it is {Reason}.")]
    private partial void LogBarred(string source, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: left out, {Owner} has been at it since {Since:u}.")]
    private partial void LogBusy(string source, string owner, DateTimeOffset since);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Source}: the run failed for a reason that is not the source's.")]
    private partial void LogMistake(Exception exception, string source);
}
