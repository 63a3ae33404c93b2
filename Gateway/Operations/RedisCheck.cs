using Metadata.Caching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Operations;

/// <summary>Without Redis the Gateway serves on; what went wrong stands in the log, not in a public answer.</summary>
internal sealed class RedisCheck(RedisLink redis) : IHealthCheck
{
    public const string Name = "redis";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await redis.TryOutAsync(cancellationToken) is null
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Redis cannot be used: each Gateway gives away its part of the limits.");
}
