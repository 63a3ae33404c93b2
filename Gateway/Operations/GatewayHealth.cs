using Metadata.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Operations;

internal static class GatewayHealth
{
    private const string Name = "gateway";

    public static IServiceCollection AddGatewayHealth(this IServiceCollection services)
    {
        services.AddCheckedOptions<ScraperOptions>(ScraperOptions.Section);
        services.AddHttpClient<NeighbourHealth>()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddHealthChecks().AddCheck<MetadataCheck>(NeighbourHealth.Metadata).AddCheck<GracefulStop>(Name);
        services.AddCheckedOptions<StoppingOptions>(StoppingOptions.Section);
        services.AddSingleton<GracefulStop>();
        services.AddHostedService(provider => provider.GetRequiredService<GracefulStop>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = GracefulStop.Longest);
        return services;
    }

    public static void MapGatewayHealth(this IEndpointRouteBuilder app)
    {
        app.MapServiceHealth(Name);
        app.MapMethods("/api/health", [HttpMethods.Get, HttpMethods.Head], SumUpAsync)
            .WithTags("Health").WithName("SumUpHealth").Produces<TrioHealth>();
    }

    /// <summary>How the three services are. Always 200; read status.</summary>
    internal static async Task<JsonHttpResult<TrioHealth>> SumUpAsync(
        NeighbourHealth neighbours, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var metadata = neighbours.OfMetadataAsync(cancellationToken);
        var scraper = neighbours.OfScraperAsync(cancellationToken);
        var services = new Dictionary<string, PartHealth>(StringComparer.Ordinal)
        {
            [Name] = new(HealthState.Healthy, null, new Dictionary<string, HealthState>(StringComparer.Ordinal)),
            [NeighbourHealth.Metadata] = await metadata,
            [NeighbourHealth.Scraper] = await scraper,
        };
        var isHealthy = services.Values.All(part => part.Status == HealthState.Healthy);
        var status = isHealthy ? HealthState.Healthy : HealthState.Degraded;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new TrioHealth(status, clock.GetUtcNow(), services), GatewayJson.Readable.TrioHealth);
    }

    /// <summary>Without Metadata the site, its pictures and these answers go on: degraded, never unhealthy.</summary>
    private sealed class MetadataCheck(NeighbourHealth neighbours) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var metadata = await neighbours.OfMetadataAsync(cancellationToken);
            return metadata.Status == HealthState.Healthy
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded("Metadata is not ready: no films can be listed, the site itself is served.");
        }
    }
}
