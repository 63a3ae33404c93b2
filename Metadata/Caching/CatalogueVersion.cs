using Metadata.Data;
using Metadata.Indexing;

namespace Metadata.Caching;

/// <summary>The stamp of the catalogue's present state, which answers carry. The database knows it, so nothing has to be
/// announced between replicas and no announcement can be missed: each looks for itself, at most every
/// <see cref="CheckInterval"/>.</summary>
internal sealed partial class CatalogueVersion(MovieIndex index, TimeProvider clock, ILogger<CatalogueVersion> logger)
{
    /// <summary>How long another replica's write may stay unseen.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private long _checkedAt;
    private CatalogueState _current = new() { Revision = -1 };
    private bool _isKnown;
    private Task<CatalogueState>? _check;

    /// <summary>To be read before loading what will be stamped with it: the index has come this far at least.</summary>
    public async ValueTask<long> ReadAsync(CancellationToken cancellationToken)
    {
        Task<CatalogueState> check;
        lock (_lock)
        {
            if (_isKnown && clock.GetElapsedTime(_checkedAt) < CheckInterval)
            {
                return _current.Stamp;
            }

            check = _check ??= CheckAsync();
        }

        return (await check.WaitAsync(cancellationToken)).Stamp;
    }

    /// <summary>Takes in a write of this process at once. Never throws: the write that calls it has happened, and the next
    /// reader looks again.</summary>
    public async Task RefreshAsync()
    {
        lock (_lock)
        {
            // A check under way may have looked before the write.
            _isKnown = false;
        }

        try
        {
            Keep(await index.CatchUpAsync(CancellationToken.None));
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or TimeoutException or IOException)
        {
            NotRefreshed(logger, failure.Message);
        }
    }

    // One for all who ask meanwhile. Without the caller's token: who leaves must not fail the others.
    private async Task<CatalogueState> CheckAsync()
    {
        await Task.Yield();
        try
        {
            return Keep(await index.CatchUpAsync(CancellationToken.None));
        }
        finally
        {
            lock (_lock)
            {
                _check = null;
            }
        }
    }

    private CatalogueState Keep(CatalogueState state)
    {
        lock (_lock)
        {
            _current = state.Revision >= _current.Revision ? state : _current;
            _checkedAt = clock.GetTimestamp();
            _isKnown = true;
            return _current;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The catalogue was written but cannot be read back yet: {Reason}")]
    private static partial void NotRefreshed(ILogger logger, string reason);
}
