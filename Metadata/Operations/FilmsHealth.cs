using Metadata.Caching;
using Metadata.Indexing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Metadata.Operations;

/// <summary>Whether the films are in memory, and as of now. Without them nothing can be listed; with films of a while ago
/// it can.</summary>
internal sealed class FilmsHealth(CatalogueVersion catalogue, MovieIndex index) : IHealthCheck
{
    private static readonly TimeSpan ReadingPatience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await catalogue.ReadAsync(cancellationToken).AsTask().WaitAsync(ReadingPatience, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(
                $"The films are being read into memory, {index.ReadSoFar} so far ({failure.Message}).", failure);
        }

        return catalogue.Trouble is var (since, reason)
            ? HealthCheckResult.Degraded($"Films are shown as they were at {since:O}: the catalogue cannot be followed ({reason}).")
            : HealthCheckResult.Healthy();
    }
}
