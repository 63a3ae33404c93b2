using Metadata.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scraper.Publishing;

namespace Scraper.Operations;

/// <summary>While Metadata is away the Scraper goes on collecting; the films wait.</summary>
internal sealed class MetadataHealth(MetadataClient metadata, OutboxSender sender) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            using var answer = await metadata.ReadAsync("health/live", limit.Token);
            return answer.IsSuccessStatusCode && sender.Problem is null
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(sender.Problem ?? $"Metadata answers {(int)answer.StatusCode} to health/live.");
        }
        catch (MetadataException away)
        {
            return HealthCheckResult.Degraded(away.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded($"Metadata has not answered within {Patience.TotalSeconds} s.");
        }
    }
}
