using System.Runtime.ExceptionServices;
using Metadata.Indexing;

namespace Metadata.Caching;

/// <summary>The stamp of the catalogue's present state, which answers carry. The database knows it, so nothing has to be
/// announced between replicas and no announcement can be missed: each looks for itself, at most every
/// <see cref="CheckInterval"/>.
/// While the database cannot be asked, the last known stamp stands: what is in memory goes on being served, for as long
/// as that lasts, and the database is tried again every <see cref="RetryInterval"/>. A reader waits for a slow look no
/// longer than <see cref="Patience"/>, and not at all once a look has failed or been slow.</summary>
internal sealed partial class CatalogueVersion(MovieIndex index, TimeProvider clock, ILogger<CatalogueVersion> logger)
{
    /// <summary>How long another replica's write may stay unseen.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(100);

    public static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private long? _stamp;
    private DateTimeOffset _followedAt;
    private long _dueAt = long.MinValue;
    private long _writes;
    private Task _check = Task.CompletedTask;
    private bool _isLate;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Since when and why the catalogue cannot be followed; null while it can, or before it was first read.</summary>
    public (DateTimeOffset Since, string Reason)? Trouble
    {
        get
        {
            lock (_lock)
            {
                return _failure is not null ? (_followedAt, _failure.SourceException.Message)
                    : _isLate ? (_followedAt, "the database does not answer in time")
                    : null;
            }
        }
    }

    /// <summary>Whether a state of the catalogue has been reached at all.</summary>
    public bool IsKnown
    {
        get
        {
            lock (_lock)
            {
                return _stamp is not null;
            }
        }
    }

    /// <summary>The stamp, when nobody has to look for it.</summary>
    public bool TryRead(out long stamp)
    {
        lock (_lock)
        {
            stamp = _stamp.GetValueOrDefault();
            return _stamp is not null && clock.GetTimestamp() < _dueAt;
        }
    }

    /// <summary>To be read before loading what will be stamped with it: the index has come this far at least. Throws what
    /// the database threw while no state of the catalogue is known.</summary>
    public ValueTask<long> ReadAsync(CancellationToken cancellationToken) =>
        TryRead(out var stamp) ? ValueTask.FromResult(stamp) : new ValueTask<long>(LookAsync(cancellationToken));

    /// <summary>Takes in a write of this process: whoever reads from now on sees it. Waits only for the write before, so
    /// that the next one can go on meanwhile and yet the index never lags far behind. Never throws: the write has
    /// happened.</summary>
    public async Task RefreshAsync()
    {
        Task before;
        lock (_lock)
        {
            before = _check;
        }

        await before;
        lock (_lock)
        {
            _writes++;
            _dueAt = long.MinValue;
            // Not one under way: that may have looked before the write.
            _check = CheckAsync();
        }
    }

    private async Task<long> LookAsync(CancellationToken cancellationToken)
    {
        Task check;
        bool waits;
        lock (_lock)
        {
            if (_stamp is null && clock.GetTimestamp() < _dueAt)
            {
                _failure?.Throw();
            }

            check = _check = _check.IsCompleted ? CheckAsync() : _check;
            // After a write of this process too: it shows that the database is there.
            waits = _stamp is null || (!_isLate && (_failure is null || _dueAt == long.MinValue));
        }

        if (waits)
        {
            await WaitAsync(check, cancellationToken);
        }

        lock (_lock)
        {
            if (_stamp is null)
            {
                _failure?.Throw();
            }

            return _stamp!.Value;
        }
    }

    private async Task WaitAsync(Task check, CancellationToken cancellationToken)
    {
        try
        {
            await check.WaitAsync(IsKnown ? Patience : Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            lock (_lock)
            {
                _isLate |= !check.IsCompleted;
            }
        }
    }

    // One for all who ask meanwhile, and without the caller's token: who leaves must not fail the others. Its failure is
    // kept for all, so it does not throw.
    private async Task CheckAsync()
    {
        await Task.Yield();
        try
        {
            await FollowAsync();
        }
        catch (Exception failure)
        {
            NoteFailure(failure);
        }
    }

    private async Task FollowAsync()
    {
        var (begun, writes) = (clock.GetTimestamp(), Interlocked.Read(ref _writes));
        await index.CatchUpAsync(CancellationToken.None);
        bool isBack;
        lock (_lock)
        {
            // Not what this very look has found: another may have found more meanwhile.
            _stamp = index.Reached.Stamp;
            _followedAt = clock.GetUtcNow();
            _dueAt = writes == _writes ? begun + Ticks(CheckInterval) : long.MinValue;
            (isBack, _failure, _isLate) = (_failure is not null, null, false);
        }

        if (isBack)
        {
            Follows(logger);
        }
    }

    private void NoteFailure(Exception failure)
    {
        bool isNew;
        lock (_lock)
        {
            isNew = _failure is null;
            _failure = ExceptionDispatchInfo.Capture(failure);
            _dueAt = clock.GetTimestamp() + Ticks(RetryInterval);
        }

        if (isNew)
        {
            FollowsNot(logger, failure.Message);
        }
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The catalogue's state cannot be read ({Reason}). Pages in memory are served as they are; check ConnectionStrings:Movies.")]
    private static partial void FollowsNot(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The catalogue's state can be read again.")]
    private static partial void Follows(ILogger logger);
}
