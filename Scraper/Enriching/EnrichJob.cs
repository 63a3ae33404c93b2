using System.Data.Common;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Quartz;

namespace Scraper.Enriching;

/// <summary>The service's own enrichment. Whatever goes wrong is logged once; the next time comes by itself.</summary>
[DisallowConcurrentExecution]
internal sealed partial class EnrichJob(
    EnrichmentRun run, IOptions<EnrichmentOptions> options, IHostApplicationLifetime lifetime, ILogger<EnrichJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            var steps = await run.RunAsync(new EnrichOrder(options.Value.BatchSize), new Progress<RegistryStep>(), stop.Token);
            foreach (var step in steps ?? [])
            {
                Tell(step);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service stops; the films that were not asked for are due at the next time.
        }
        catch (Exception broken) when (broken is MetadataException or DbException or OperationCanceledException)
        {
            LogPutOff(broken);
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            LogMistake(mistake);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The enrichment failed for a reason that is not a registry's.")]
    private partial void LogMistake(Exception exception);
}
