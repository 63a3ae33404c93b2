using Metadata.Caching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Metadata.Operations;

/// <summary>Whether Redis can be used. Without it each replica loads its own answers.</summary>
internal sealed class RedisHealth(RedisLink redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await redis.TryOutAsync(cancellationToken) is { } reason
            ? HealthCheckResult.Degraded($"Redis cannot be used ({reason}). Check that it runs and {RedisAddress.Key}.")
            : HealthCheckResult.Healthy();
}
