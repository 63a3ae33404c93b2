using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Metadata.Client;

/// <summary>The health answer that all three services give, so that the Gateway can sum them up.</summary>
/// <param name="Timestamp">When the checks ran, UTC.</param>
/// <param name="Checks">One entry per dependency.</param>
public sealed record ServiceHealth(
    HealthState Status, string Service, DateTimeOffset Timestamp, IReadOnlyDictionary<string, CheckHealth> Checks);

/// <param name="Detail">What is wrong and what to do; absent when healthy.</param>
/// <param name="DurationMs">How long the check took, milliseconds.</param>
public sealed record CheckHealth(HealthState Status, string? Detail, double DurationMs);

/// <summary>Degraded still serves; unhealthy would fail requests.</summary>
[JsonConverter(typeof(CamelCaseNames<HealthState>))]
public enum HealthState
{
    Unhealthy,
    Degraded,
    Healthy,
}

public static class ServiceHealthEndpoints
{
    /// <summary>Maps /health/live (200 while the process answers) and /health/ready (503 when a check is unhealthy).</summary>
    public static void MapServiceHealth(this IEndpointRouteBuilder app, string service)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", async (HealthCheckService checks, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            var report = await checks.CheckHealthAsync(cancellationToken);
            var health = new ServiceHealth(
                State(report.Status), service, clock.GetUtcNow(),
                report.Entries.ToDictionary(entry => entry.Key, entry => Check(entry.Value), StringComparer.Ordinal));
            var status = health.Status == HealthState.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            return TypedResults.Json(health, MetadataJson.Default.ServiceHealth, statusCode: status);
        }).ExcludeFromDescription();
    }

    private static CheckHealth Check(HealthReportEntry entry) => new(
        State(entry.Status), entry.Description ?? entry.Exception?.Message, Math.Round(entry.Duration.TotalMilliseconds, 1));

    private static HealthState State(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => HealthState.Healthy,
        HealthStatus.Degraded => HealthState.Degraded,
        _ => HealthState.Unhealthy,
    };
}
