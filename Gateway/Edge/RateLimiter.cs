using System.Net;
using Microsoft.Extensions.Options;

namespace Gateway.Edge;

/// <summary>What a request counts as.</summary>
internal enum RequestKind
{
    /// <summary>A page, picture or file of the site.</summary>
    Site,
    Api,

    /// <summary>An API call that searches; counts as both.</summary>
    Search,
}

/// <summary>Remembers what each client was admitted. Refused requests cost nothing, so a client that obeys Retry-After
/// always gets through.</summary>
internal sealed class RateLimiter(IOptions<RateLimitOptions> options, TimeProvider clock)
{
    private readonly RateLimitOptions _options = options.Value;
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Client> _clients = [];

    public int Clients
    {
        get
        {
            lock (_lock)
            {
                return _clients.Count;
            }
        }
    }

    /// <summary>Admits a request and answers zero, or answers how long the client has to wait.</summary>
    public TimeSpan Admit(IPAddress? address, RequestKind kind)
    {
        var key = ClientKey.Of(address);
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (!_clients.TryGetValue(key, out var client))
            {
                ForgetOldest();
                _clients[key] = client = new Client();
            }

            client.SeenAt = now;
            var windows = client.Windows(kind, _options);
            var wait = windows.Max(window => window.Wait(now));
            if (wait == TimeSpan.Zero)
            {
                foreach (var window in windows)
                {
                    window.Admit(now);
                }
            }

            return wait;
        }
    }

    /// <summary>A tenth goes at once, so that a flood of addresses pays for the sorting only now and then.</summary>
    private void ForgetOldest()
    {
        if (_clients.Count < _options.MaxClients)
        {
            return;
        }

        foreach (var (key, _) in _clients.OrderBy(entry => entry.Value.SeenAt).Take(_options.MaxClients / 10).ToList())
        {
            _clients.Remove(key);
        }
    }

    private sealed class Client
    {
        private SlidingWindow[]? _site;
        private SlidingWindow[]? _api;
        private SlidingWindow[]? _search;

        public DateTimeOffset SeenAt { get; set; }

        public SlidingWindow[] Windows(RequestKind kind, RateLimitOptions options) => kind switch
        {
            RequestKind.Site => _site ??= [new SlidingWindow(options.SitePerMinute)],
            RequestKind.Api => _api ??= [new SlidingWindow(options.PerMinute)],
            _ => _search ??= [Windows(RequestKind.Api, options)[0], new SlidingWindow(options.SearchPerMinute)],
        };
    }
}
