using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scraper.Journal;

namespace Scraper.Operations;

/// <summary>Tells which sources fail or are paused. A short failure is the host's and heals by itself; a long one wants
/// somebody's eyes.</summary>
internal sealed class SourcesHealth(SourceStandings standings, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(6);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var since = clock.GetUtcNow() - Long;
            var troubled = (await standings.ListAsync(cancellationToken))
                .Where(standing => standing.FailingSince is not null || standing.PausedAt is not null)
                .ToList();
            var detail = troubled.Count == 0 ? "none fails" : string.Join("; ", troubled.Select(Describe));
            return troubled.Exists(standing => standing.PausedAt is null && standing.FailingSince < since)
                ? HealthCheckResult.Degraded(detail)
                : HealthCheckResult.Healthy(detail);
        }
        catch (DbException)
        {
            return HealthCheckResult.Degraded("unknown, because the journal cannot be read");
        }
    }

    private static string Describe(SourceStanding standing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{standing.Source} {(standing.PausedAt is null ? "failing" : "paused")} since "
        + $"{standing.PausedAt ?? standing.FailingSince:yyyy-MM-dd HH:mm:ss} UTC");
}
