using Metadata.Caching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Metadata.Operations;

/// <summary>Whether Redis answers. Without it queries are slower and replicas see each other's writes late.</summary>
internal sealed class RedisHealth(RedisLink redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await redis.AskAsync(database => database.PingAsync());
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (RedisLink.IsOutage(failure))
        {
            return HealthCheckResult.Degraded(
                $"Redis does not answer ({failure.Message}). Check that it runs and {RedisAddress.Key}.", failure);
        }
    }
}
