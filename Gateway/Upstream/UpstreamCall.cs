using Metadata.Client;

namespace Gateway.Upstream;

/// <summary>One request of ours on its way: whom it went to, and what is left of its time.</summary>
internal sealed class UpstreamCall(HttpRequestMessage request, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Replica> _asked = [];
    private readonly long _startedAt = clock.GetTimestamp();
    private int _attempts;
    private bool _hasFailed;

    public bool IsRead { get; } = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    /// <summary>The caller's token has fired: because its time was up, or because it went away.</summary>
    public bool IsGivenUp => cancellationToken.IsCancellationRequested;

    public bool IsOverdue => Left <= TimeSpan.Zero;

    private TimeSpan Left => patience - clock.GetElapsedTime(_startedAt);

    /// <summary>Counts the attempts; true for the first.</summary>
    public bool Begin() => Interlocked.Increment(ref _attempts) == 1;

    public void Fail() => Volatile.Write(ref _hasFailed, true);

    /// <summary>Whether a second attempt has somebody to go to. A replica that is merely slow is not asked twice, nor is
    /// one that is out asked in its place.</summary>
    public bool CanRepeat(Replicas replicas)
    {
        lock (_lock)
        {
            return Volatile.Read(ref _hasFailed)
                ? replicas.Any(_asked) is not null || replicas.All.Count == 1
                : replicas.InService(_asked) is not null;
        }
    }

    /// <summary>Whether there is a replica that has not been asked.</summary>
    public bool HasMore(Replicas replicas)
    {
        lock (_lock)
        {
            return replicas.Any(_asked) is not null;
        }
    }

    /// <summary>Whom to ask next; the same again only where there is no other.</summary>
    public Replica Next(Replicas replicas)
    {
        lock (_lock)
        {
            var next = replicas.Any(_asked) ?? replicas.Any([])!;
            _asked.Add(next);
            return next;
        }
    }

    /// <summary>The request as one replica gets it.</summary>
    public HttpRequestMessage For(ReplicaAddress replica)
    {
        var copy = new HttpRequestMessage(request.Method, new Uri(replica.Root, request.RequestUri!.PathAndQuery))
        {
            Content = request.Content,
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        copy.Headers.Host = replica.Host;
        if (IsRead)
        {
            // A write that has begun is better finished than begun again.
            RequestDeadline.WriteTo(copy.Headers, Left);
        }

        return copy;
    }
}
