namespace Gateway.Upstream;

/// <summary>Where a replica answers, and the Host it is asked for when that is not its address.</summary>
internal sealed record ReplicaAddress(Uri Root, string? Host = null);

/// <summary>One Metadata process and how it has been doing. Out means: not asked while others can be.</summary>
internal sealed class Replica(ReplicaAddress address)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan LongestFailing = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private int _underWay;
    private int _failures;
    private DateTimeOffset _failingSince;
    private DateTimeOffset? _outSince;

    public ReplicaAddress Address { get; } = address;

    public int UnderWay => Volatile.Read(ref _underWay);

    public bool IsOut => OutSince is not null;

    /// <summary>When it was taken out, or last tried out in vain.</summary>
    public DateTimeOffset? OutSince
    {
        get
        {
            lock (_lock)
            {
                return _outSince;
            }
        }
    }

    public void Begin() => Interlocked.Increment(ref _underWay);

    public void End() => Interlocked.Decrement(ref _underWay);

    /// <summary>Notes an answer; true when it brings the replica back.</summary>
    public bool Succeeded()
    {
        lock (_lock)
        {
            var wasOut = _outSince is not null;
            (_failures, _outSince) = (0, null);
            return wasOut;
        }
    }

    /// <summary>Notes a failure; true when it takes the replica out: the fifth in a row, or one after failing for ten
    /// seconds.</summary>
    public bool Failed(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_outSince is not null)
            {
                _outSince = now;
                return false;
            }

            _failingSince = _failures++ == 0 ? now : _failingSince;
            _outSince = _failures >= MostFailures || now - _failingSince >= LongestFailing ? now : null;
            return _outSince is not null;
        }
    }
}
