using System.Security.Cryptography;

namespace Metadata.Caching;

/// <summary>Names the present state of the catalogue with a random number, which every write replaces. An answer
/// stamped with another number is outdated. Replicas share the number through Redis; random numbers, not counted ones,
/// so that a Redis that lost its data cannot bring an old number back.</summary>
internal sealed class CatalogueVersion(RedisLink redis, TimeProvider clock)
{
    public const string RedisKey = "onlinecinema:v1:catalogue-version";

    /// <summary>How long another replica's write may stay unseen.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private long _current = Draw();
    private DateTimeOffset _checkedAt;

    // True until Redis knows our number: at first, because a predecessor may have been killed between its commit and
    // the raise, and after a write during an outage.
    private bool _unannounced = true;

    /// <summary>To be read before loading what will be stamped with it.</summary>
    public async ValueTask<long> ReadAsync()
    {
        if (redis.IsConfigured && IsCheckDue(out var before, out var announce))
        {
            await CheckAsync(before, announce);
        }

        lock (_lock)
        {
            return _current;
        }
    }

    /// <summary>Outdates all answers. Never throws: the write that calls it has happened.</summary>
    public async Task RaiseAsync()
    {
        long raised;
        lock (_lock)
        {
            raised = _current = Draw();
            _unannounced = true;
        }

        await AnnounceAsync(raised);
    }

    private bool IsCheckDue(out long current, out bool announce)
    {
        lock (_lock)
        {
            (current, announce) = (_current, _unannounced);
            var now = clock.GetUtcNow();
            if (now - _checkedAt < CheckInterval)
            {
                return false;
            }

            _checkedAt = now;
            return true;
        }
    }

    private async Task CheckAsync(long before, bool announce)
    {
        if (announce)
        {
            await AnnounceAsync(before);
            return;
        }

        var (answered, shared) = await redis.TryAsync(database => database.StringGetAsync(RedisKey));
        if (answered && shared.IsNull)
        {
            await AnnounceAsync(before);
        }
        else if (answered && shared.TryParse(out long number))
        {
            lock (_lock)
            {
                // A write of our own while we asked is newer than the answer.
                _current = _current == before ? number : _current;
            }
        }
    }

    private async Task AnnounceAsync(long number)
    {
        var (answered, _) = await redis.TryAsync(database => database.StringSetAsync(RedisKey, number));
        lock (_lock)
        {
            _unannounced = _unannounced && !(answered && _current == number);
        }
    }

    private static long Draw() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
}
