namespace Gateway.Edge.Limits;

/// <summary>The clients of the last minute, never more than it was made for. Each has its place in one set of eight; a new
/// one takes the place of the least active of its set, so that a flood of addresses seen once drives out itself and not
/// those who ask a lot.</summary>
internal sealed class ClientTable
{
    private const int Ways = 8;
    private const int LockCount = 64;

    private readonly Client?[] _clients;
    private readonly Lock[] _locks = [.. Enumerable.Range(0, LockCount).Select(_ => new Lock())];
    private readonly uint _sets;

    public ClientTable(int capacity)
    {
        _sets = (uint)((capacity + Ways - 1) / Ways);
        _clients = new Client?[_sets * Ways];
    }

    public int Count => _clients.Count(client => client is not null);

    /// <summary>To be held while a client is looked for and used.</summary>
    public Lock LockOf(ulong key) => _locks[SetOf(key) % LockCount];

    /// <summary>The client with this key, without a past when it is new or was forgotten.</summary>
    public Client Find(ulong key, long now)
    {
        var set = _clients.AsSpan((int)(SetOf(key) * Ways), Ways);
        foreach (var known in set)
        {
            if (known is not null && known.Key == key)
            {
                known.SeenAt = now;
                return known;
            }
        }

        var client = Take(set, now);
        client.Become(key);
        client.SeenAt = now;
        return client;
    }

    private static Client Take(Span<Client?> set, long now)
    {
        Client? least = null;
        foreach (ref var place in set)
        {
            if (place is null)
            {
                return place = new Client();
            }

            if (least is null || (place.Load(now), place.SeenAt).CompareTo((least.Load(now), least.SeenAt)) < 0)
            {
                least = place;
            }
        }

        return least!;
    }

    // Hash codes differ from process to process, so nobody can aim at a set.
    private uint SetOf(ulong key) => (uint)HashCode.Combine(key) % _sets;
}
