using Metadata.Caching;

namespace Metadata.Data;

/// <summary>The one way to change the catalogue: a writer at a time, all or nothing, and every cached query outdated
/// afterwards. One at a time, because two batches that meet the same new film must not both create it.</summary>
internal sealed class Catalogue(IServiceScopeFactory scopes, CatalogueVersion version) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Runs <paramref name="change"/> in a transaction and commits it, unless it throws.</summary>
    public async Task<T> ChangeAsync<T>(
        Func<MoviesDb, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockForWritingAsync(cancellationToken);
            var result = await change(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _turn.Release();
            // Also after a failure: a commit whose answer was lost may have happened.
            await version.RaiseAsync();
        }
    }

    public void Dispose() => _turn.Dispose();
}
