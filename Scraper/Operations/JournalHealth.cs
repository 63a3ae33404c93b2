using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scraper.Journal;

namespace Scraper.Operations;

/// <summary>Without its journal the Scraper can do nothing.</summary>
internal sealed class JournalHealth(JournalStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var db = store.Open();
            await using (db)
            {
                await db.Leases.AnyAsync(cancellationToken);
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception unreachable) when (DatabaseTrouble.Is(unreachable))
        {
            return HealthCheckResult.Unhealthy(
                $"The journal cannot be read: {unreachable.GetBaseException().Message} Check ConnectionStrings:Scraper and the data directory.");
        }
    }
}
