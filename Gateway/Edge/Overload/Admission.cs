using Microsoft.Extensions.Options;

namespace Gateway.Edge.Overload;

/// <summary>Lets only so many answers be worked out at once and a few wait a moment for that; the rest is refused while
/// refusing is still cheap. So what is admitted is answered in time, and a rush ends when it ends.</summary>
internal sealed class Admission(IOptions<OverloadOptions> options) : IDisposable
{
    private readonly OverloadOptions _limits = options.Value;
    private readonly SemaphoreSlim _places = new(options.Value.Concurrent);
    private int _waiting;

    public bool TryEnter() => _places.Wait(0);

    /// <summary>Waits for a place; says false when too many wait already, or when none gets free in time.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Interlocked.Increment(ref _waiting) <= _limits.Waiting
                && await _places.WaitAsync(_limits.Patience, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
