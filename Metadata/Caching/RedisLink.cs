using StackExchange.Redis;

namespace Metadata.Caching;

/// <summary>Redis, when there is one. It may be away, hung, slow, full or read-only at any time: the first call that fails
/// or takes longer than <see cref="Patience"/> puts it out of use, and only trials that no visitor waits for bring it back.
/// So an outage costs the calls under way at most their patience, and all later ones nothing.</summary>
internal sealed partial class RedisLink(RedisAddress address, TimeProvider clock, ILogger<RedisLink> logger) : IDisposable
{
    /// <summary>How our keys begin.</summary>
    public const string Prefix = "onlinecinema:v1:";

    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Between trials.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    // An outage that comes and goes is told once in so long.
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private readonly RedisConnection _connection = new(address, clock);
    private IDatabase? _inUse;
    private bool _isTrying;
    private bool _isTold;
    private DateTimeOffset _quietUntil;

    public bool IsConfigured => address.Options is not null;

    /// <summary>Whether calls reach it at present.</summary>
    public bool IsInUse => Volatile.Read(ref _inUse) is not null;

    /// <summary>Runs a call; says false when Redis is not configured or not in use, or when the call fails.</summary>
    public async Task<(bool Answered, T? Value)> TryAsync<T>(Func<IDatabase, Task<T>> call)
    {
        if (!IsConfigured)
        {
            return default;
        }

        if (Volatile.Read(ref _inUse) is not { } database)
        {
            BeginTrials();
            return default;
        }

        try
        {
            // StackExchange.Redis 1.2.6 has no time-out of its own for asynchronous calls.
            return (true, await call(database).WaitAsync(Patience, clock));
        }
        catch (Exception failure)
        {
            PutOutOfUse(database, failure);
            return default;
        }
    }

    /// <summary>Tries whether Redis can be used, and takes it into use if it can.</summary>
    /// <returns>Why it cannot; null when it can.</returns>
    public async Task<string?> TryOutAsync(CancellationToken cancellationToken)
    {
        try
        {
            var database = await _connection.TryOutAsync(cancellationToken);
            TakeIntoUse(database);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            PutOutOfUse(Volatile.Read(ref _inUse), failure);
            return failure.Message;
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _connection.Dispose();
    }

    private void TakeIntoUse(IDatabase database)
    {
        bool wasTold;
        lock (_lock)
        {
            _inUse = database;
            (wasTold, _isTold) = (_isTold, false);
        }

        if (wasTold)
        {
            RedisBack(logger);
        }
    }

    private void PutOutOfUse(IDatabase? failed, Exception failure)
    {
        lock (_lock)
        {
            if (_inUse != failed)
            {
                // A call that outlived its connection.
                return;
            }

            _inUse = null;
            BeginTrials();
            var now = clock.GetUtcNow();
            if (_isTold || now < _quietUntil)
            {
                return;
            }

            (_isTold, _quietUntil) = (true, now + QuietTime);
        }

        RedisAway(logger, failure.Message);
    }

    private void BeginTrials()
    {
        lock (_lock)
        {
            if (!_isTrying)
            {
                _isTrying = true;
                _ = TryUntilInUseAsync();
            }
        }
    }

    private async Task TryUntilInUseAsync()
    {
        do
        {
            await Task.Delay(Rest, clock, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!_end.IsCancellationRequested && await TryOutAsync(_end.Token) is not null);

        lock (_lock)
        {
            _isTrying = false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Redis is out of use ({Reason}). The service goes on without it; check ConnectionStrings:Redis and the server.")]
    private static partial void RedisAway(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis is in use again.")]
    private static partial void RedisBack(ILogger logger);
}
