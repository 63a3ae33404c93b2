namespace Metadata.Caching;

/// <summary>Runs one load per key however many ask for it. Who leaves does not disturb the others; when all have
/// left, the load is cancelled. A failure is everybody's answer for <see cref="SharedLoads.FailureLife"/>, so that what is in
/// trouble is asked once a second for each key, not once for each visitor.</summary>
/// <param name="isFailure">Tells results that are failures, too; without it only exceptions are.</param>
internal sealed class SharedLoads<T>(TimeProvider clock, Func<T, bool>? isFailure = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Load> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Load Load, long At)> _failures = new(StringComparer.Ordinal);

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

    public async Task<T> JoinAsync(string key, Func<CancellationToken, Task<T>> start, CancellationToken cancellationToken)
    {
        Load load;
        lock (_lock)
        {
            load = RecentFailure(key) ?? Running(key, start);
            load.Waiters++;
        }

        try
        {
            return await load.Result!.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, load);
        }
    }

    private Load? RecentFailure(string key) =>
        _failures.TryGetValue(key, out var failed) && clock.GetElapsedTime(failed.At) < SharedLoads.FailureLife
            ? failed.Load
            : null;

    private Load Running(string key, Func<CancellationToken, Task<T>> start)
    {
        if (!_running.TryGetValue(key, out var load))
        {
            _running[key] = load = new Load();
            load.Result = RunAsync(key, load, start);
        }

        return load;
    }

    private async Task<T> RunAsync(string key, Load load, Func<CancellationToken, Task<T>> start)
    {
        // The caller holds the lock; a database may work synchronously.
        await Task.Yield();
        try
        {
            var result = await start(load.Abandoned.Token).WaitAsync(SharedLoads.Patience, clock);
            if (isFailure?.Invoke(result) == true)
            {
                Keep(key, load);
            }

            return result;
        }
        catch (Exception) when (!load.Abandoned.IsCancellationRequested)
        {
            Keep(key, load);
            throw;
        }
        finally
        {
            Forget(key, load);
            // Also ends what has outlasted our patience.
            await load.Abandoned.CancelAsync();
        }
    }

    private void Keep(string key, Load failed)
    {
        lock (_lock)
        {
            if (_failures.Count >= SharedLoads.MaxFailures)
            {
                _failures.Clear();
            }

            _failures[key] = (failed, clock.GetTimestamp());
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

        public Task<T>? Result { get; set; }

        public int Waiters { get; set; }
    }
}

internal static class SharedLoads
{
    public static readonly TimeSpan FailureLife = TimeSpan.FromSeconds(1);

    /// <summary>A load that takes longer has failed: what it asks does not answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whatever keys people invent while loads fail, no more failures than this are kept.</summary>
    public const int MaxFailures = 1_000;
}
