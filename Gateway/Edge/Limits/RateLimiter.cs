using Microsoft.Extensions.Options;

namespace Gateway.Edge.Limits;

/// <summary>Remembers what each client was admitted in this process. Refused requests cost nothing, so a client that obeys
/// Retry-After always gets through.</summary>
internal sealed class RateLimiter(IOptions<RateLimitOptions> options, TimeProvider clock)
{
    private readonly RateLimitOptions _limits = options.Value;
    private readonly ClientTable _clients = new(options.Value.MaxClients);
    private readonly long _start = clock.GetTimestamp();

    /// <summary>How many clients are remembered.</summary>
    public int Clients => _clients.Count;

    /// <summary>Admits a request and answers zero, or answers how long the client has to wait.</summary>
    /// <param name="shares">How many processes share the limits without knowing of each other's clients.</param>
    public TimeSpan Admit(ulong client, RequestCost cost, int shares = 1)
    {
        var now = Now();
        lock (_clients.LockOf(client))
        {
            var known = _clients.Find(client, now);
            var wait = known.Wait(now, cost, _limits, shares);
            if (wait == TimeSpan.Zero)
            {
                known.Admit(now, cost);
            }

            return wait;
        }
    }

    /// <summary>How long the store of all replicas would go on refusing, as it has said; zero when it has to be
    /// asked.</summary>
    public TimeSpan Refused(ulong client, RequestCost cost)
    {
        var now = Now();
        lock (_clients.LockOf(client))
        {
            return _clients.Find(client, now).Refused(now, cost);
        }
    }

    /// <summary>Notes what the store of all replicas has said: what it admits here counts when it is away.</summary>
    public void Note(ulong client, RequestCost cost, TimeSpan wait)
    {
        var now = Now();
        lock (_clients.LockOf(client))
        {
            var known = _clients.Find(client, now);
            if (wait == TimeSpan.Zero)
            {
                known.Admit(now, cost);
            }
            else
            {
                known.Refuse(cost, now + wait.Ticks);
            }
        }
    }

    private long Now() => clock.GetElapsedTime(_start).Ticks;
}
