using System.Security.Cryptography;
using System.Text;
using Metadata.Caching;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Edge.Pages;

/// <summary>Pages in Redis, where there is one: what one Gateway has made the others need not, and one that starts while
/// Metadata is away has something to show. None of this throws or takes long, whatever becomes of Redis.</summary>
internal sealed class SharedPages(RedisLink redis, IOptions<PageOptions> options)
{
    /// <summary>The page of a key, of whatever state of the catalogue; null when there is none.</summary>
    public async Task<Page?> ReadAsync(string key)
    {
        var (_, bytes) = await redis.TryAsync(database => database.StringGetRangeAsync(NameOf(key), 0, SealedPage.MaxBytes));
        return SealedPage.Read(key, bytes);
    }

    public async Task KeepAsync(string key, Page page)
    {
        if (SealedPage.Write(key, page) is { } bytes)
        {
            await redis.TryAsync(database => database.StringSetAsync(NameOf(key), bytes, options.Value.SharedLife));
        }
    }

    public async Task ForgetAsync(string key) => await redis.TryAsync(database => database.KeyDeleteAsync(NameOf(key)));

    private static RedisKey NameOf(string key) =>
        $"{RedisLink.Prefix}page:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
