using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Metadata.Caching;

/// <summary>Finished answers in Redis, which all replicas share; and which of them loads a missing one. A claim ends by
/// itself, so a replica killed while it loads holds the others up no longer than <see cref="ClaimLife"/>. Claims save
/// work, nothing more: two replicas that load the same get the same.</summary>
internal sealed class SharedAnswers(RedisLink redis, TimeProvider clock)
{
    public static readonly TimeSpan ClaimLife = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Past this everyone loads: claims made anew again and again must not hold a reader up.
    private static readonly TimeSpan MaxWait = ClaimLife + TimeSpan.FromMilliseconds(500);

    private readonly string _me = Guid.NewGuid().ToString("N");

    /// <summary>The answer, when a replica has it or is loading it; null when the caller is to load it.</summary>
    public async Task<byte[]?> ReadOrClaimAsync(string key, long stamp, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            var (isRead, stored) = await redis.TryAsync(
                database => database.StringGetRangeAsync(AnswerName(key), 0, SealedAnswer.MaxBytes));
            if (!isRead)
            {
                return null;
            }

            if (SealedAnswer.Read(key, stamp, stored) is { } body)
            {
                return body;
            }

            var (isAsked, isMine) = await redis.TryAsync(
                database => database.StringSetAsync(ClaimName(key, stamp), _me, ClaimLife, When.NotExists));
            if (!isAsked || isMine || clock.GetElapsedTime(begun) > MaxWait)
            {
                return null;
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <summary>Gives the others what was loaded. The claim stays: who has just found nothing must not claim before the
    /// answer is there.</summary>
    public async Task KeepAsync(string key, long stamp, byte[] body)
    {
        if (body.Length <= SealedAnswer.MaxBodyBytes)
        {
            await redis.TryAsync(database =>
                database.StringSetAsync(AnswerName(key), SealedAnswer.Write(key, stamp, body), Life));
        }
    }

    /// <summary>Lets the others load: there is no answer to wait for.</summary>
    public async Task ReleaseAsync(string key, long stamp) =>
        await redis.TryAsync(database => database.LockReleaseAsync(ClaimName(key, stamp), _me));

    private static RedisKey AnswerName(string key) => $"{RedisLink.Prefix}query:{HashOf(key)}";

    private static RedisKey ClaimName(string key, long stamp) => $"{RedisLink.Prefix}claim:{stamp:x}:{HashOf(key)}";

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
