using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Metadata.Data;

namespace Metadata.Caching;

/// <summary>Keeps finished answers to queries: in memory within a limit, and in Redis when there is one. An answer
/// counts only while the catalogue has the stamp that was read before the answer was loaded, so what a write during a load
/// made obsolete is never taken for current.</summary>
internal sealed class QueryCache(
    CatalogueVersion catalogue, AnswerMemory memory, SharedAnswers shared, SharedLoads<byte[]?> loads, IServiceScopeFactory scopes)
{
    /// <summary>Answers from the cache, or by <paramref name="load"/> with a database context of its own.</summary>
    /// <param name="key">Names the query; equal queries have equal keys.</param>
    public async Task<CachedJson<T>> AnswerAsync<T>(
        string key, JsonTypeInfo<T> shape, Func<MoviesDb, CancellationToken, Task<T>> load, CancellationToken cancellationToken)
        where T : class =>
        // A load that always has an answer gives one.
        (await FindAsync(key, shape, async (db, token) => await load(db, token), cancellationToken))!;

    /// <summary>As <see cref="AnswerAsync"/>, for what may not exist: null, which is not kept.</summary>
    public async Task<CachedJson<T>?> FindAsync<T>(
        string key, JsonTypeInfo<T> shape, Func<MoviesDb, CancellationToken, Task<T?>> load, CancellationToken cancellationToken)
        where T : class
    {
        var stamp = await catalogue.ReadAsync(cancellationToken);
        if (memory.TryGet(key, stamp, out var hit))
        {
            return new CachedJson<T>(hit, stamp, key);
        }

        var body = await loads.JoinAsync(
            $"{stamp:x}/{key}", token => LoadAsync(key, stamp, shape, load, token), cancellationToken);
        return body is null ? null : new CachedJson<T>(body, stamp);
    }

    private async Task<byte[]?> LoadAsync<T>(
        string key, long stamp, JsonTypeInfo<T> shape, Func<MoviesDb, CancellationToken, Task<T?>> load,
        CancellationToken cancellationToken)
        where T : class
    {
        if (await shared.ReadOrClaimAsync(key, stamp, cancellationToken) is { } known)
        {
            memory.Keep(key, stamp, known);
            return known;
        }

        byte[]? body = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answer = await load(scope.ServiceProvider.GetRequiredService<MoviesDb>(), cancellationToken);
            body = answer is null ? null : JsonSerializer.SerializeToUtf8Bytes(answer, shape);
        }
        finally
        {
            // Nobody here waits for Redis, and neither of the two throws.
            _ = body is null ? shared.ReleaseAsync(key, stamp) : shared.KeepAsync(key, stamp, body);
        }

        if (body is not null)
        {
            memory.Keep(key, stamp, body);
        }

        return body;
    }
}
