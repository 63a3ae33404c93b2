using System.Runtime.ExceptionServices;

namespace Metadata.Caching;

/// <summary>Runs one load per key however many ask for it. Who leaves does not disturb the others; when all have
/// left, the load is cancelled. A failure is everybody's answer for <see cref="FailureLife"/>, so that a database in
/// trouble is asked once a second for each key, not once for each visitor.</summary>
internal sealed class SharedLoads(TimeProvider clock)
{
    public static readonly TimeSpan FailureLife = TimeSpan.FromSeconds(1);

    /// <summary>A load that takes longer has failed: its database does not answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whatever keys people invent while loads fail, no more failures than this are kept.</summary>
    public const int MaxFailures = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Load> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ExceptionDispatchInfo Failure, long At)> _failures = new(StringComparer.Ordinal);

    /// <summary>How many failures are kept.</summary>
    public int FailureCount
    {
        get
        {
            lock (_lock)
            {
                return _failures.Count;
            }
        }
    }

    /// <summary>How many wait for the key; lets a test know that all have arrived.</summary>
    public int WaitersFor(string key)
    {
        lock (_lock)
        {
            return _running.TryGetValue(key, out var load) ? load.Waiters : 0;
        }
    }

    public async Task<byte[]?> JoinAsync(
        string key, Func<CancellationToken, Task<byte[]?>> start, CancellationToken cancellationToken)
    {
        Load? load;
        lock (_lock)
        {
            if (_failures.TryGetValue(key, out var failed) && clock.GetElapsedTime(failed.At) < FailureLife)
            {
                failed.Failure.Throw();
            }

            if (!_running.TryGetValue(key, out load))
            {
                load = new Load();
                _running.Add(key, load);
                load.Body = RunAsync(key, load, start);
            }

            load.Waiters++;
        }

        try
        {
            return await load.Body.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, load);
        }
    }

    private async Task<byte[]?> RunAsync(string key, Load load, Func<CancellationToken, Task<byte[]?>> start)
    {
        // The caller holds the lock; a database may work synchronously.
        await Task.Yield();
        try
        {
            return await start(load.Abandoned.Token).WaitAsync(Patience, clock);
        }
        catch (Exception failure) when (!load.Abandoned.IsCancellationRequested)
        {
            Keep(key, failure);
            throw;
        }
        finally
        {
            Forget(key, load);
            // Also ends what has outlasted our patience.
            await load.Abandoned.CancelAsync();
        }
    }

    private void Keep(string key, Exception failure)
    {
        lock (_lock)
        {
            if (_failures.Count >= MaxFailures)
            {
                _failures.Clear();
            }

            _failures[key] = (ExceptionDispatchInfo.Capture(failure), clock.GetTimestamp());
        }
    }

    private void Leave(string key, Load load)
    {
        lock (_lock)
        {
            if (--load.Waiters > 0)
            {
                return;
            }

            // Under the same lock, so that nobody joins a load that is about to be cancelled.
            Forget(key, load);
        }

        load.Abandoned.Cancel();
    }

    private void Forget(string key, Load load)
    {
        lock (_lock)
        {
            if (_running.TryGetValue(key, out var running) && running == load)
            {
                _running.Remove(key);
            }
        }
    }

    private sealed class Load
    {
        // Not disposed: it has no timer and no wait handle, and the load may look at it after the last waiter left.
        public CancellationTokenSource Abandoned { get; } = new();

        public Task<byte[]?> Body { get; set; } = Task.FromResult<byte[]?>(null);

        public int Waiters { get; set; }
    }
}
