using System.Data.Common;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Metadata.Operations;

/// <summary>Whether films can be read. Without that nothing here works.</summary>
internal sealed class DatabaseHealth(MoviesDb db, DatabaseAddress address) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.Movies.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException failure)
        {
            return HealthCheckResult.Unhealthy(
                $"{address} cannot be read ({failure.Message}). Check that it runs and {DatabaseAddress.Key}.", failure);
        }
    }
}
