using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scraper.Journal;

namespace Scraper.Operations;

/// <summary>Tells how each source's last run went. A host that is down is the host's trouble; a source whose answers
/// are no longer understood is ours.</summary>
internal sealed class RunsHealth(RunHistory history) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var runs = await history.ListLatestAsync(cancellationToken);
            var detail = runs.Count == 0 ? "no runs yet" : string.Join("; ", runs.Select(Describe));
            return runs.Any(run => run.Status == RunStatus.Broken)
                ? HealthCheckResult.Degraded(detail)
                : HealthCheckResult.Healthy(detail);
        }
        catch (Exception unreachable) when (DatabaseTrouble.Is(unreachable))
        {
            return HealthCheckResult.Degraded("unknown, because the journal cannot be read");
        }
    }

    private static string Describe(Run run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Source} {run.Status.ToString().ToLowerInvariant()} {run.EndedAt ?? run.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {run.Films} films");
}
