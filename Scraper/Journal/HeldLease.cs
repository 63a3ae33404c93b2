using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>A lease in hand. It renews itself until disposed; <see cref="WriteAsync"/> writes only while it is ours.</summary>
internal sealed partial class HeldLease : IAsyncDisposable
{
    private readonly JournalStore _store;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _renewing;

    public HeldLease(
        JournalStore store, string name, long fencing, TimeSpan duration, TimeProvider clock, ILogger logger)
    {
        (_store, Name, Fencing, _duration, _clock, _logger) = (store, name, fencing, duration, clock, logger);
        _renewing = RenewAsync();
    }

    public string Name { get; }

    public long Fencing { get; }

    /// <summary>Cancelled when another process has taken the lease over.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Writes in one transaction that also prolongs the lease, so that the writes stand only if the lease does.</summary>
    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    public async Task WriteAsync(Func<JournalDb, Task> write, CancellationToken cancellationToken)
    {
        var db = _store.Open();
        await using (db)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await using (transaction)
            {
                if (!await ProlongAsync(db, _clock.GetUtcNow() + _duration, cancellationToken))
                {
                    await _lost.CancelAsync();
                    throw new LeaseLostException(Name);
                }

                await write(db);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_released.IsCancellationRequested)
        {
            return;
        }

        await _released.CancelAsync();
        await _renewing;
        await GiveBackAsync();
        _released.Dispose();
        _lost.Dispose();
    }

    private async Task GiveBackAsync()
    {
        try
        {
            var db = _store.Open();
            await using (db)
            {
                await ProlongAsync(db, _clock.GetUtcNow(), CancellationToken.None);
            }
        }
        catch (Exception unreachable) when (DatabaseTrouble.Is(unreachable))
        {
            // It runs out by itself.
            LogNotGivenBack(unreachable, Name);
        }
    }

    private async Task<bool> ProlongAsync(JournalDb db, DateTimeOffset until, CancellationToken cancellationToken) =>
        await db.Leases
            .Where(lease => lease.Name == Name && lease.Fencing == Fencing)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, until), cancellationToken) == 1;

    private async Task RenewAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(_duration / 3, _clock);
            while (await timer.WaitForNextTickAsync(_released.Token))
            {
                await RenewOnceAsync();
            }
        }
        catch (OperationCanceledException) when (_released.IsCancellationRequested)
        {
            // Released: nothing left to renew.
        }
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            var db = _store.Open();
            await using (db)
            {
                if (!await ProlongAsync(db, _clock.GetUtcNow() + _duration, _released.Token))
                {
                    await _lost.CancelAsync();
                }
            }
        }
        catch (Exception unreachable) when (DatabaseTrouble.Is(unreachable))
        {
            // The next tick tries again; if the lease runs out meanwhile, the guard refuses our writes.
            LogNotRenewed(unreachable, Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease on {Lease} could not be renewed; trying again.")]
    private partial void LogNotRenewed(Exception exception, string lease);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease on {Lease} could not be given back; others wait until it runs out.")]
    private partial void LogNotGivenBack(Exception exception, string lease);
}

/// <summary>Another process runs this source now; what this one still had in hand is not written.</summary>
internal sealed class LeaseLostException(string name) : Exception(
    $"The lease on {name} was taken over by another process while this one stood still. "
    + "Nothing is lost: the other one goes on from the last page kept.");
