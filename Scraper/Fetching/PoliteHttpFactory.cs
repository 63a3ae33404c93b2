using System.Net;
using Microsoft.Extensions.Options;
using Scraper.Fetching.Pacing;
using Scraper.Fetching.Robots;

namespace Scraper.Fetching;

/// <summary>Hands each run its own <see cref="PoliteHttp"/> over the process's one set of connections and gates.</summary>
internal sealed class PoliteHttpFactory : IDisposable
{
    private readonly ILogger<PoliteHttp> _logger;
    private readonly HttpMessageInvoker _wire;
    private readonly HostGates _gates;
    private readonly RetryRules _rules;
    private readonly RobotsGuard _robots;
    private readonly TimeProvider _clock;

    public PoliteHttpFactory(
        IOptions<NetworkOptions> options, TimeProvider clock, ILoggerFactory loggers, SharedPaces paces, RobotsCopies copies)
        : this(Wire(options.Value, Dns.GetHostAddressesAsync), clock, Random.Shared, loggers, paces, copies)
    {
    }

    /// <param name="wire">Carries the requests; disposed with the factory.</param>
    /// <param name="random">Spreads requests and retries.</param>
    /// <param name="paces">Null when no other process fetches.</param>
    /// <param name="copies">Null when no other process fetches.</param>
    internal PoliteHttpFactory(
        HttpMessageHandler wire, TimeProvider clock, Random random, ILoggerFactory loggers,
        SharedPaces? paces = null, RobotsCopies? copies = null)
    {
        (_clock, _rules, _logger) = (clock, new RetryRules(random), loggers.CreateLogger<PoliteHttp>());
        _wire = new HttpMessageInvoker(wire);
        _gates = new HostGates(paces, clock, random);
        _robots = new RobotsGuard(
            new RobotsFetcher(_gates, new WireExchange(_wire, clock), _rules, clock), copies, clock,
            loggers.CreateLogger<RobotsGuard>());
    }

    public PoliteHttp Create(FetchScope scope, FetchMeter meter) => CreateOver(wire => wire, scope, meter);

    /// <summary>The same, with requests that are carried in another way over these connections.</summary>
    /// <param name="carrier">Takes the connections; what it gives away ends with them.</param>
    public PoliteHttp CreateOver(Func<HttpMessageInvoker, HttpMessageInvoker> carrier, FetchScope scope, FetchMeter meter) =>
        new(
            meter.Through(new GatedExchange(_robots, _gates, new WireExchange(carrier(_wire), _clock), _rules)),
            scope, meter, _logger);

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
