using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway.Operations;

/// <summary>Told to stop, the service says first that it is not ready, then takes no more connections, finishes what is
/// under way and hands on what visitors have reported.</summary>
internal sealed class GracefulStop(IOptions<StoppingOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
    : IHostedLifecycleService, IHealthCheck
{
    /// <summary>For the requests under way, after which they are cut off.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("The service is about to stop: send no more requests.")
            : HealthCheckResult.Healthy());

    /// <summary>Before anything else is stopped.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.Delay(options.Value.Notice, clock, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
