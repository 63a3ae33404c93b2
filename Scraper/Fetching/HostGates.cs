using System.Collections.Concurrent;

namespace Scraper.Fetching;

/// <summary>One gate per host for the whole process, so that sources and commands that meet at a host take turns.</summary>
internal sealed class HostGates(TimeProvider clock, Random random) : IDisposable
{
    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.OrdinalIgnoreCase);

    public HostGate For(Uri url) => _gates.GetOrAdd(url.Authority, host => new HostGate(host, clock, random));

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }
}
