using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scraper.Journal;

namespace Scraper.Operations;

/// <summary>Tells how each source's last run went. A host that is down is the host's trouble; a source whose answers
/// are no longer understood is ours.</summary>
internal sealed class RunsHealth(RunHistory history, Quarantine quarantine) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var runs = await history.ListLatestAsync(cancellationToken);
            var heldBack = await quarantine.ListAsync(cancellationToken);
            var detail = runs.Count == 0 ? "no runs yet" : string.Join("; ", [.. runs.Select(Describe), .. heldBack.Select(DescribeHeldBack)]);
            return heldBack.Count > 0 || runs.Any(run => run.Status == RunStatus.Broken)
                ? HealthCheckResult.Degraded(detail)
                : HealthCheckResult.Healthy(detail);
        }
        catch (Exception unreachable) when (DatabaseTrouble.Is(unreachable))
        {
            return HealthCheckResult.Degraded("unknown, because the journal cannot be read");
        }
    }

    private static string DescribeHeldBack(Run run) => string.Create(
        CultureInfo.InvariantCulture, $"run {run.Id} of {run.Source} is held back for an editor (scraper runs show {run.Id})");

    private static string Describe(Run run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Source} {run.Status.ToString().ToLowerInvariant()} {run.EndedAt ?? run.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {run.Films} films");
}
