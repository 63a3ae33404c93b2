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
    private readonly TimeProvider _clock;
    private readonly Random _random;

    public PoliteHttpFactory(IOptions<NetworkOptions> options, TimeProvider clock, ILogger<PoliteHttp> logger)
        : this(Wire(options.Value, Dns.GetHostAddressesAsync), clock, Random.Shared, logger)
    {
    }

    /// <param name="wire">Carries the requests; disposed with the factory.</param>
    /// <param name="random">Spreads requests and retries.</param>
    internal PoliteHttpFactory(HttpMessageHandler wire, TimeProvider clock, Random random, ILogger<PoliteHttp> logger)
    {
        (_clock, _random, _logger) = (clock, random, logger);
        _wire = new HttpMessageInvoker(wire);
        _gates = new HostGates(clock, random);
        _exchange = new GatedExchange(_wire, _gates, new RetryRules(random), clock);
    }

    public PoliteHttp Create(FetchScope scope, FetchMeter meter) => new(_exchange, scope, meter, _logger);

    /// <summary>The same, with requests that are carried in another way over these connections.</summary>
    /// <param name="carrier">Takes the connections; what it gives away ends with them.</param>
    public PoliteHttp CreateOver(Func<HttpMessageInvoker, HttpMessageInvoker> carrier, FetchScope scope, FetchMeter meter) =>
        new(new GatedExchange(carrier(_wire), _gates, new RetryRules(_random), _clock), scope, meter, _logger);

    public void Dispose()
    {
        _wire.Dispose();
        _gates.Dispose();
    }

    internal static HttpMessageHandler Wire(
        NetworkOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        var connector = new PublicConnector(options.AllowPrivateAddresses, resolve);
        return new FetchHeaders(options, new SocketsHttpHandler
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
        });
    }
}
