using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scraper.Journal;

namespace Scraper.Operations;

/// <summary>A Scraper whose clock is not its cluster's runs nothing until it is set.</summary>
internal sealed class ClockHealth(JournalClock time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(time.IsAstray
            ? HealthCheckResult.Degraded(new ClockAstrayException(time.Skew).Message)
            : HealthCheckResult.Healthy());
}
