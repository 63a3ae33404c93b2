namespace Gateway.Reports;

/// <summary>Counts, to be handed on in batches. A batch keeps its name and its counts until it has been taken, so that
/// handing it on again changes nothing.</summary>
/// <param name="mostKinds">Different things waiting; more are refused.</param>
/// <param name="mostInAll">The sum of their counts.</param>
internal sealed class Tally<T>(int mostKinds, int mostInAll)
    where T : notnull
{
    private const int MostInBatch = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<T, int> _waiting = [];
    private int _inAll;
    private Batch<T>? _underWay;

    /// <summary>How many have been counted and not been taken yet.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _inAll + (_underWay?.Counts.Values.Sum() ?? 0);
            }
        }
    }

    /// <summary>False when there is no room: what came before has not been handed on for long.</summary>
    public bool TryAdd(T thing)
    {
        lock (_lock)
        {
            var count = _waiting.GetValueOrDefault(thing);
            if (_inAll >= mostInAll || (count == 0 && _waiting.Count >= mostKinds))
            {
                return false;
            }

            _waiting[thing] = count + 1;
            _inAll++;
            return true;
        }
    }

    /// <summary>The batch to hand on: the last one again as long as it has not been taken; null when nothing waits.</summary>
    public Batch<T>? Next()
    {
        lock (_lock)
        {
            return _underWay ??= _waiting.Count == 0 ? null : new Batch<T>(Guid.NewGuid().ToString("N"), TakeSome());
        }
    }

    /// <summary>The batch under way has been dealt with.</summary>
    public void Taken()
    {
        lock (_lock)
        {
            _underWay = null;
        }
    }

    private Dictionary<T, int> TakeSome()
    {
        var some = _waiting.Take(MostInBatch).ToDictionary();
        foreach (var (thing, count) in some)
        {
            _waiting.Remove(thing);
            _inAll -= count;
        }

        return some;
    }
}

/// <param name="Key">Names the batch, so that it counts once however often it is sent.</param>
internal sealed record Batch<T>(string Key, IReadOnlyDictionary<T, int> Counts)
    where T : notnull;
