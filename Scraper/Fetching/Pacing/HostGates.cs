using System.Collections.Concurrent;

namespace Scraper.Fetching.Pacing;

/// <summary>One gate per host, so that sources and commands that meet at a host take turns.</summary>
/// <param name="shared">Null when no journal is shared: then within this process only.</param>
internal sealed class HostGates(SharedPaces? shared, TimeProvider clock, Random random) : IDisposable
{
    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.OrdinalIgnoreCase);

    public HostGate For(Uri url) => _gates.GetOrAdd(url.Authority, host => new HostGate(host, shared, clock, random));

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }
}
