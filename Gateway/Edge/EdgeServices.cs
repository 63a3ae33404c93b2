using Gateway.Edge.Limits;
using Gateway.Edge.Overload;
using Metadata.Caching;
using Metadata.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge;

internal static class EdgeServices
{
    private const string DefaultAddress = "http://localhost:8080";

    /// <summary>Twice what <see cref="RequestLimits"/> allows, as with headers: past its own limit Kestrel answers without a
    /// body, and who sends too much deserves to be told.</summary>
    private const int MaxRequestLineBytes = 2 * RequestLimits.MaxAddressLength;

    private const int MaxHeaderBytes = 32 * 1024;
    private const int MaxHeaders = 2 * RequestLimits.MaxHeaders;

    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(90);

    /// <summary>Bytes a second, both ways; who is slower for longer than the grace is gone.</summary>
    private static readonly MinDataRate LeastRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static IServiceCollection AddEdge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<RateLimitOptions>(RateLimitOptions.Section);
        services.AddSingleton<RateLimiter>().AddSingleton<RateLimitPolicies>();
        services.TryAddSingleton(RedisAddress.Read(configuration));
        services.TryAddSingleton<RedisLink>();
        services.AddSingleton<SharedLimits>().AddHostedService(provider => provider.GetRequiredService<SharedLimits>());
        services.AddCheckedOptions<OverloadOptions>(OverloadOptions.Section).AddSingleton<Admission>();
        services.AddCheckedOptions<PlayerOptions>(PlayerOptions.Section).AddSingleton<SecurityHeaders>();
        services.AddKnownHosts();
        services.AddOptions<ForwardedHeadersOptions>()
            .Configure(options => KnownProxies.Trust(options, configuration)).ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<OverloadOptions>>(
            (kestrel, overload) => kestrel.Limits.MaxConcurrentConnections = overload.Value.Connections);
        return services;
    }

    /// <summary>Loopback unless ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS or Kestrel:Endpoints says otherwise.</summary>
    public static void ListenAsConfigured(this IWebHostBuilder host, IConfiguration configuration)
    {
        string[] deciding = ["urls", "http_ports", "https_ports"];
        if (deciding.All(key => string.IsNullOrEmpty(configuration[key]))
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            host.UseUrls(DefaultAddress);
        }

        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
            kestrel.Limits.KeepAliveTimeout = IdleFor;
            kestrel.Limits.MinRequestBodyDataRate = LeastRate;
            kestrel.Limits.MinResponseDataRate = LeastRate;
        });
    }
}
