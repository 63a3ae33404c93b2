using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace Metadata.Caching;

/// <summary>Redis, when there is one. It may be away, slow or hung at any time: a call then gives up within
/// <see cref="Patience"/>, and no further one is tried for <see cref="Rest"/>.</summary>
internal sealed partial class RedisLink(RedisAddress address, TimeProvider clock, ILogger<RedisLink> logger) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Task<ConnectionMultiplexer>? _connecting;
    private DateTimeOffset _restsUntil;
    private DateTimeOffset _quietUntil;

    [MemberNotNullWhen(true, nameof(Options))]
    public bool IsConfigured => Options is not null;

    private ConfigurationOptions? Options { get; } = address.Options;

    /// <summary>Runs a call; says false when Redis is not configured or does not answer.</summary>
    public async Task<(bool Answered, T? Value)> TryAsync<T>(Func<IDatabase, Task<T>> call)
    {
        if (!IsConfigured || clock.GetUtcNow() < _restsUntil)
        {
            return default;
        }

        try
        {
            return (true, await AskAsync(call));
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            StepBack(failure);
            return default;
        }
    }

    /// <summary>Runs a call for the health check, which wants to know why it fails.</summary>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> call)
    {
        // StackExchange.Redis 1.2.6 has no time-out of its own for asynchronous calls.
        var connection = await ConnectAsync().WaitAsync(Patience);
        return await call(connection.GetDatabase()).WaitAsync(Patience);
    }

    public static bool IsOutage(Exception failure) =>
        failure is RedisException or TimeoutException or ObjectDisposedException or System.Net.Sockets.SocketException;

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_lock)
        {
            if (_connecting is null or { IsFaulted: true })
            {
                _connecting = ConnectionMultiplexer.ConnectAsync(Options);
            }

            return _connecting;
        }
    }

    private void StepBack(Exception failure)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _restsUntil = now + Rest;
            if (now < _quietUntil)
            {
                return;
            }

            _quietUntil = now + QuietTime;
        }

        RedisAway(logger, failure.Message);
    }

    public void Dispose()
    {
        if (_connecting is { IsCompletedSuccessfully: true } connected)
        {
            connected.Result.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Redis does not answer ({Reason}). Queries go on without it; check ConnectionStrings:Redis and the server.")]
    private static partial void RedisAway(ILogger logger, string reason);
}
