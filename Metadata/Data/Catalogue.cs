using System.Security.Cryptography;
using Metadata.Caching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Data;

/// <summary>The one way to change the catalogue: a writer at a time, all or nothing, journaled, and seen by every reader
/// afterwards. One at a time, because two batches that meet the same new film must not both create it.</summary>
internal sealed class Catalogue(IServiceScopeFactory scopes, CatalogueVersion version, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Runs <paramref name="change"/> in a transaction and commits it, unless it throws.</summary>
    public async Task<T> ChangeAsync<T>(
        ChangeNote note, Func<CatalogueChange, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockForWritingAsync(cancellationToken);
            var state = await db.State.SingleAsync(cancellationToken);
            var made = new CatalogueChange(db, SetOf(note, state.Revision + 1));
            var result = await change(made, cancellationToken);
            await made.SaveAsync(cancellationToken);
            if (made.HasWritten)
            {
                state.Revision = made.Revision;
                state.Stamp = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
                if (made.NextEntry > 0)
                {
                    db.JournalSets.Add(made.Set);
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _turn.Release();
            // Also after a failure: a commit whose answer was lost may have happened.
            await version.RefreshAsync();
        }
    }

    public void Dispose() => _turn.Dispose();

    private JournalSet SetOf(ChangeNote note, long revision) => new()
    {
        Id = revision,
        At = StoredTime.Of(clock.GetUtcNow()),
        Actor = note.Actor,
        Action = note.Action,
        Reason = note.Reason,
    };
}
