using System.Runtime.InteropServices;

namespace Gateway.Edge.Limits;

/// <summary>What one client was admitted here. Not thread-safe.</summary>
internal sealed class Client
{
    private SlidingWindow _site;
    private SlidingWindow _api;
    private SlidingWindow _search;
    private Refusal _refusal;

    public ulong Key { get; private set; }

    public long SeenAt { get; set; }

    /// <summary>Makes it another client, of whom nothing is known.</summary>
    public void Become(ulong key)
    {
        Key = key;
        _site.Clear();
        _api.Clear();
        _search.Clear();
        _refusal = default;
    }

    /// <summary>How much it was admitted in the last minute.</summary>
    public int Load(long now)
    {
        _site.Forget(now);
        _api.Forget(now);
        return _site.Total + _api.Total;
    }

    /// <summary>How long the client has to wait; zero when it is admitted now.</summary>
    /// <param name="shares">The parts into which the limits are divided; this process may give away one.</param>
    public TimeSpan Wait(long now, RequestCost cost, RateLimitOptions limits, int shares)
    {
        switch (cost.Kind)
        {
            case RequestKind.Site:
                return Wait(ref _site, RequestKind.Site);
            case RequestKind.Api:
                return Wait(ref _api, RequestKind.Api);
            default:
                var (api, search) = (Wait(ref _api, RequestKind.Api), Wait(ref _search, RequestKind.Search));
                return api > search ? api : search;
        }

        TimeSpan Wait(ref SlidingWindow window, RequestKind kind)
        {
            var limit = Math.Max(1, limits.Of(kind) / shares);
            return window.Wait(now, Math.Min(cost.Units, limit), limit);
        }
    }

    public void Admit(long now, RequestCost cost)
    {
        switch (cost.Kind)
        {
            case RequestKind.Site:
                _site.Admit(now, cost.Units);
                break;
            case RequestKind.Api:
                _api.Admit(now, cost.Units);
                break;
            default:
                _api.Admit(now, cost.Units);
                _search.Admit(now, cost.Units);
                break;
        }
    }

    /// <summary>Remembers what the store of all replicas has refused.</summary>
    public void Refuse(RequestCost cost, long until) => _refusal = new Refusal(cost, until);

    /// <summary>How long the store would go on refusing; zero when it has to be asked.</summary>
    public TimeSpan Refused(long now, RequestCost cost) =>
        now < _refusal.Until && cost.Kind == _refusal.Cost.Kind && cost.Units >= _refusal.Cost.Units
            ? TimeSpan.FromTicks(_refusal.Until - now)
            : TimeSpan.Zero;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Refusal(RequestCost Cost, long Until);
}
