using StackExchange.Redis;

namespace Metadata.Caching;

/// <summary>A connection to Redis that has shown that it can be written and read. One that has not is given up: after an
/// outage a new connection is known to work, an old one may be owed answers.</summary>
internal sealed class RedisConnection(RedisAddress address, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TrialLife = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly RedisKey _trial = $"{RedisLink.Prefix}trial:{Guid.NewGuid():N}";
    private ConnectionMultiplexer? _open;
    private long _trials;

    /// <summary>Connects unless connected, writes a value and reads it back. Throws when any of that fails or takes too
    /// long.</summary>
    public async Task<IDatabase> TryOutAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _open ??= await ConnectAsync(cancellationToken);
            var database = _open.GetDatabase();
            await TryOutAsync(database, cancellationToken);
            return database;
        }
        catch
        {
            // Not politely: a hung server would keep us waiting.
            _open?.Close(allowCommandsToComplete: false);
            _open = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _open?.Close(allowCommandsToComplete: false);
        _turn.Dispose();
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        var connecting = ConnectionMultiplexer.ConnectAsync(address.Options);
        try
        {
            var connection = await connecting.WaitAsync(ConnectPatience, clock, cancellationToken);
            // Else one slow continuation holds up all answers behind it.
            connection.PreserveAsyncOrder = false;
            return connection;
        }
        catch
        {
            _ = connecting.ContinueWith(
                late => late.Result.Close(allowCommandsToComplete: false),
                CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private async Task TryOutAsync(IDatabase database, CancellationToken cancellationToken)
    {
        RedisValue written = ++_trials;
        var (write, read) = (database.StringSetAsync(_trial, written, TrialLife), database.StringGetAsync(_trial));
        await Task.WhenAll(write, read).WaitAsync(RedisLink.Patience, clock, cancellationToken);
        if (await read != written)
        {
            throw new InvalidOperationException($"It was given {written} under {_trial} and gave back '{await read}'.");
        }
    }
}
