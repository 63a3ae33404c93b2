using System.Net;
using Gateway.Edge.Pages;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

internal static class UpstreamServices
{
    /// <summary>The one way to Metadata, for everything that asks it or reports to it.</summary>
    public static IServiceCollection AddUpstream(this IServiceCollection services)
    {
        services.AddCheckedOptions<UpstreamOptions>(UpstreamOptions.Section);
        services.AddSingleton<Replicas>();
        services.AddSingleton<RetryBudget>();
        services.AddSingleton<UpstreamAttempts>();
        services.AddTransient<UpstreamHandler>();
        services.AddMetadataClient(withWriteKey: false).AddHttpMessageHandler<PageStamp.Reader>().Leads();
        services.AddReportingClient().Leads();
        services.AddHttpClient(nameof(ReplicaProbe)).ConfigurePrimaryHttpMessageHandler(Connections).RemoveAllLoggers();
        services.AddHostedService<ReplicaProbe>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ReplicaNames>(
            provider, (Func<string, CancellationToken, Task<IPAddress[]>>)Dns.GetHostAddressesAsync));
        return services;
    }

    private static void Leads(this IHttpClientBuilder client) => client
        .AddHttpMessageHandler<UpstreamHandler>()
        .ConfigurePrimaryHttpMessageHandler(Connections)
        .RemoveAllLoggers();

    private static SocketsHttpHandler Connections(IServiceProvider provider) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        MaxConnectionsPerServer = provider.GetRequiredService<IOptions<UpstreamOptions>>().Value.MaxConnections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };
}
