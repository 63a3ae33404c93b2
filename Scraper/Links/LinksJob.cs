using Microsoft.Extensions.Options;
using Scraper.Journal;
using Scraper.Scheduling;
using Scraper.Sources;

namespace Scraper.Links;

/// <summary>Asks the hosts whether the catalogue's videos still play, those whose turn it is, and tells the catalogue.</summary>
internal sealed partial class LinksJob(
    SourceCatalog sources, LinksRunner runner, RunHistory history, IOptions<LinksOptions> options, ILogger<LinksJob> logger)
    : IPlannedJob
{
    public const string JobName = "links";

    public string Name => JobName;

    public string Cron => options.Value.Cron;

    public bool IsEnabled => options.Value.Enabled && Asked.Count > 0;

    private IReadOnlyList<ILinkedSource> Asked =>
        [.. sources.All.Where(source => source.Options.Enabled).Select(source => source.Source).OfType<ILinkedSource>()];

    // A catalogue that is being filled for the first time needs its hosts for other things: the first check waits for its time.
    public DateTimeOffset? WaitsFrom => runner.MadeAt;

    public Task<Run?> FindLastAsync(CancellationToken cancellationToken) =>
        history.FindLastAsync(JobName, [], limit: null, cancellationToken);

    public Task<string?> TakeTurnAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await runner.RunAsync(Asked, options.Value.PerSource, cancellationToken) is not { } run)
        {
            LogBusy();
        }
        else if (run.Status is RunStatus.Done or RunStatus.Stopped)
        {
            LogEnded(run.Status, run.Seen, run.Updated);
        }
        else
        {
            LogFailed(run.Status, run.Seen, run.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "links: another process is at it.")]
    private partial void LogBusy();

    [LoggerMessage(Level = LogLevel.Information, Message = "links: {Status}; {Seen} videos asked about, {Changed} have another state now.")]
    private partial void LogEnded(RunStatus status, int seen, int changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "links: {Status} after {Seen} videos. {Reason}")]
    private partial void LogFailed(RunStatus status, int seen, string? reason);
}
