using System.Net;
using Microsoft.Extensions.Options;

namespace Scraper.Fetching;

/// <summary>Hands each run its own <see cref="PoliteHttp"/> over the process's one set of connections and gates.</summary>
internal sealed class PoliteHttpFactory : IDisposable
{
    private readonly ILogger<PoliteHttp> _logger;
    private readonly HttpMessageInvoker _wire;
    private readonly HostGates _gates;
    private readonly GatedExchange _exchange;

    public PoliteHttpFactory(IOptions<NetworkOptions> options, TimeProvider clock, ILogger<PoliteHttp> logger)
        : this(new FetchHeaders(options.Value, Wire(options.Value)), clock, logger)
    {
    }

    /// <param name="wire">Carries the requests; disposed with the factory.</param>
    internal PoliteHttpFactory(HttpMessageHandler wire, TimeProvider clock, ILogger<PoliteHttp> logger)
    {
        _logger = logger;
        _wire = new HttpMessageInvoker(wire);
        _gates = new HostGates(clock, Random.Shared);
        _exchange = new GatedExchange(_wire, _gates, new RetryRules(Random.Shared), clock);
    }

    public PoliteHttp Create(FetchScope scope, FetchMeter meter) => new(_exchange, scope, meter, _logger);

    public void Dispose()
    {
        _wire.Dispose();
        _gates.Dispose();
    }

    private static SocketsHttpHandler Wire(NetworkOptions options)
    {
        var connector = new PublicConnector(options.AllowPrivateAddresses, Dns.GetHostAddressesAsync);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, token) => connector.ConnectAsync(context.DnsEndPoint, token),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = 2,
            // Names are looked up again now and then.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = false,
        };
    }
}
