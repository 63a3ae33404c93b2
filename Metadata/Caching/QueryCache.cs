using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Metadata.Data;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Metadata.Caching;

/// <summary>Keeps finished answers to queries: in memory within a limit, and in Redis when there is one. An answer
/// counts only while the catalogue has the version that was read before the answer was loaded.</summary>
internal sealed class QueryCache(
    CatalogueVersion catalogue, RedisLink redis, IServiceScopeFactory scopes, IOptions<CacheOptions> options) : IDisposable
{
    private const string RedisPrefix = "onlinecinema:v1:query:";

    // In memory the version is exact without Redis. With it, a replica that is cut off must not stay stale for long.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LifeBesideRedis = TimeSpan.FromSeconds(5);

    // What an entry takes beside its key and body, roughly.
    private const int EntryBytes = 200;

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxMegabytes * 1024L * 1024L });

    public SharedLoads Loads { get; } = new();

    /// <summary>Answers from the cache, or by <paramref name="load"/> with a database context of its own.</summary>
    /// <param name="key">Names the query; equal queries have equal keys.</param>
    public async Task<CachedJson<T>> AnswerAsync<T>(
        string key, JsonTypeInfo<T> shape, Func<MoviesDb, CancellationToken, Task<T>> load, CancellationToken cancellationToken)
    {
        var version = await catalogue.ReadAsync(cancellationToken);
        if (_memory.TryGetValue(key, out Entry? entry) && entry?.Version == version)
        {
            return new CachedJson<T>(entry.Body);
        }

        var body = await Loads.JoinAsync(
            $"{version:x}/{key}", token => LoadAsync(key, version, shape, load, token), cancellationToken);
        return new CachedJson<T>(body);
    }

    public void Dispose() => _memory.Dispose();

    private async Task<byte[]> LoadAsync<T>(
        string key, long version, JsonTypeInfo<T> shape, Func<MoviesDb, CancellationToken, Task<T>> load,
        CancellationToken cancellationToken)
    {
        var shared = await ReadSharedAsync(key, version);
        if (shared is not null)
        {
            Remember(key, version, shared);
            return shared;
        }

        await using var scope = scopes.CreateAsyncScope();
        var answer = await load(scope.ServiceProvider.GetRequiredService<MoviesDb>(), cancellationToken);
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, shape);
        Remember(key, version, body);
        await redis.TryAsync(database => database.StringSetAsync(
            RedisKey(key), (byte[])[.. Seal(key, version, body), .. body], Life));
        return body;
    }

    private async Task<byte[]?> ReadSharedAsync(string key, long version)
    {
        var (_, stored) = await redis.TryAsync(database => database.StringGetAsync(RedisKey(key)));
        if (stored.IsNull)
        {
            return null;
        }

        var bytes = (byte[])stored;
        return bytes.Length > SHA256.HashSizeInBytes && bytes.AsSpan(SHA256.HashSizeInBytes) is var body
            && Seal(key, version, body).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
            ? body.ToArray()
            : null;
    }

    private void Remember(string key, long version, byte[] body) =>
        _memory.Set(key, new Entry(version, body), new MemoryCacheEntryOptions
        {
            Size = (key.Length * sizeof(char)) + body.Length + EntryBytes,
            AbsoluteExpirationRelativeToNow = redis.IsConfigured ? LifeBesideRedis : Life,
        });

    private static RedisKey RedisKey(string key) =>
        RedisPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    // Binds the body to its query and version: outdated, damaged and misplaced entries all count as absent.
    private static byte[] Seal(string key, long version, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(version));
        hash.AppendData(Encoding.UTF8.GetBytes(key));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private sealed record Entry(long Version, byte[] Body);
}
