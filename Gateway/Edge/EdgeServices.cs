using Metadata.Client;

namespace Gateway.Edge;

internal static class EdgeServices
{
    private const string DefaultAddress = "http://localhost:8080";

    /// <summary>Twice what <see cref="RequestLimits"/> allows: past its own limit Kestrel answers without a body, and
    /// who sends too long an address deserves to be told.</summary>
    private const int MaxRequestLineBytes = 2 * RequestLimits.MaxAddressLength;

    private const int MaxHeaderBytes = 32 * 1024;
    private const int MaxHeaders = 100;
    private const int MaxBodyBytes = 64 * 1024;

    public static IServiceCollection AddEdge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<RateLimitOptions>(RateLimitOptions.Section);
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<SecurityHeaders>();
        services.AddOptions<ForwardedHeadersOptions>().Configure(options => KnownProxies.Trust(options, configuration)).ValidateOnStart();
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
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }
}
