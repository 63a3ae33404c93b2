using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Scheduling;

/// <summary>Collects what is configured of a source.</summary>
internal sealed partial class SourceJob(
    ConfiguredSource source, SourceKeeper keeper, SourceStandings standings, RunHistory history, ILogger<SourceJob> logger)
    : IPlannedJob
{
    private readonly RunRequest _request = source.Request()!;

    public string Name => source.Name;

    public string Cron => source.Options.Cron;

    public DateTimeOffset? WaitsFrom => null;

    public Task<Run?> FindLastAsync(CancellationToken cancellationToken) => history.FindLastAsync(
        Name, [.. _request.Targets.Select(target => target.ToString())], limit: null, cancellationToken);

    public async Task<string?> TakeTurnAsync(CancellationToken cancellationToken) =>
        await standings.TryOpenAsync(Name, cancellationToken) is not { } bar ? null
        : bar.PausedAt is null ? $"it is failing and tried again at {bar.RetryAt:u}" : "it is paused";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        LogStarted(Name, _request.Targets.Count);
        var outcome = await keeper.RunAsync(_request, new Progress<RunProgress>(), cancellationToken);
        if (outcome.Run is not { } run)
        {
            LogBusy(Name, outcome.Holder!.Owner, outcome.Holder.TakenAt);
        }
        else if (run.Status is RunStatus.Done or RunStatus.Stopped)
        {
            LogEnded(Name, run.Status, run.Seen, run.Films, run.Review);
        }
        else
        {
            LogUnreadable(Name, run.Status, run.Films, run.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: collecting from {Targets} targets.")]
    private partial void LogStarted(string source, int targets);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {Status}; {Seen} videos seen, {Films} films, {Review} for review.")]
    private partial void LogEnded(string source, RunStatus status, int seen, int films, int review);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Status}, {Films} films kept. {Reason}")]
    private partial void LogUnreadable(string source, RunStatus status, int films, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: left out, {Owner} has been at it since {Since:u}.")]
    private partial void LogBusy(string source, string owner, DateTimeOffset since);
}
