using System.Data.Common;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Journal;
using Scraper.Scheduling;

namespace Scraper.Enriching;

/// <summary>The service's own enrichment.</summary>
internal sealed partial class EnrichJob(
    EnrichmentRun run, RunHistory history, IOptions<EnrichmentOptions> options, TimeProvider clock, ILogger<EnrichJob> logger)
    : IPlannedJob
{
    public string Name => EnrichmentRun.JobName;

    public string Cron => options.Value.Cron;

    public bool IsEnabled => options.Value.Enabled && run.Open.Count > 0;

    // A catalogue that is being filled for the first time is looked up at its time, not at once.
    public DateTimeOffset? WaitsFrom { get; } = clock.GetUtcNow();

    public Task<Run?> FindLastAsync(CancellationToken cancellationToken) =>
        history.FindLastAsync(Name, [], limit: null, cancellationToken);

    public Task<string?> TakeTurnAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var steps = await run.RunAsync(
                new EnrichOrder(options.Value.BatchSize), new Progress<RegistryStep>(), cancellationToken);
            foreach (var step in steps ?? [])
            {
                Tell(step);
            }
        }
        catch (Exception broken) when (broken is MetadataException or DbException)
        {
            LogPutOff(broken);
        }
    }

    private void Tell(RegistryStep step)
    {
        var films = step.Films.Count;
        if (step.Problem is not null)
        {
            LogCutShort(step.Registry, films, step.Problem);
        }
        else if (films > 0)
        {
            var (found, unsure) = (step.Count(LookupOutcome.Found), step.Count(LookupOutcome.Unsure));
            var changed = step.Count(FactsStatus.Changed);
            LogEnriched(step.Registry, films, found, unsure, changed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Registry}: asked for {Films} films; {Found} found, {Unsure} unsure, {Changed} changed.")]
    private partial void LogEnriched(string registry, int films, int found, int unsure, int changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Registry}: {Films} films answered, then it ended. {Reason}")]
    private partial void LogCutShort(string registry, int films, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Films are not enriched this time; they are due again at the next.")]
    private partial void LogPutOff(Exception exception);
}
