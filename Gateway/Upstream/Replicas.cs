using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

/// <summary>The Metadata processes that can be asked.</summary>
internal sealed class Replicas(IOptions<MetadataOptions> options)
{
    private volatile IReadOnlyList<Replica> _all = [.. options.Value.Roots.Select(root => new Replica(new ReplicaAddress(root)))];
    private int _turn;

    public IReadOnlyList<Replica> All => _all;

    /// <summary>The replica with the fewest requests under way among those in service and not asked yet; each in turn
    /// where they are equal. Null when there is none.</summary>
    public Replica? InService(IReadOnlyCollection<Replica> asked) =>
        LeastBusy([.. _all.Where(replica => !replica.IsOut && !asked.Contains(replica))]);

    /// <summary>The same among all: when every replica is out, being out says nothing any more.</summary>
    public Replica? Any(IReadOnlyCollection<Replica> asked) =>
        InService(asked) ?? LeastBusy([.. _all.Where(replica => !asked.Contains(replica))]);

    /// <summary>Takes other addresses from now on; what is known of those that stay is kept.</summary>
    public void MoveTo(IEnumerable<ReplicaAddress> addresses)
    {
        var known = _all.ToDictionary(replica => replica.Address);
        _all = [.. addresses.Distinct().Select(address => known.GetValueOrDefault(address) ?? new Replica(address))];
    }

    private Replica? LeastBusy(IReadOnlyList<Replica> candidates)
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        var first = (int)((uint)Interlocked.Increment(ref _turn) % candidates.Count);
        return candidates.Skip(first).Concat(candidates.Take(first)).MinBy(replica => replica.UnderWay);
    }
}
