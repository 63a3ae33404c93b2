using System.Net;
using Metadata.Client;

namespace Gateway.Edge.Pages;

/// <summary>Knows which state the catalogue behind is in, and whether Metadata answers at all. Looks while there are
/// visitors, every <see cref="CheckInterval"/>; while Metadata is away this look, every <see cref="RetryInterval"/>, is all
/// that is asked of it. Who has a page already waits for a look no longer than <see cref="Patience"/>, and not at all for
/// one that is late.</summary>
internal sealed partial class CatalogueWatch(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<CatalogueWatch> logger)
{
    public static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(250);
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest that a look may take.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(900);

    /// <summary>A replica of Metadata that shows an older state may lag behind for so long; after that the catalogue has
    /// been replaced by an older copy.</summary>
    private static readonly TimeSpan MostLag = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile Sighting _last = Sighting.None;
    private Task _check = Task.CompletedTask;
    private long _confirmedAt;
    private bool _isTold;

    /// <summary>The present state, when nobody who has a page should wait for it.</summary>
    public bool TryRead(out Sighting sighting)
    {
        sighting = _last;
        var left = sighting.DueAt - clock.GetTimestamp();
        // Well before it is due, so that in a steady stream of visitors nobody waits.
        if (left <= 0 ? sighting.IsAway || sighting.IsLate : !sighting.IsAway && left < Ticks(CheckInterval) / 2)
        {
            _ = Begin();
        }

        return left > 0 || sighting.IsAway || sighting.IsLate;
    }

    /// <summary>The present state. To be read before making what will be kept.</summary>
    /// <param name="hasPage">Whether the caller has something to show even if nothing is seen.</param>
    public ValueTask<Sighting> ReadAsync(bool hasPage, CancellationToken cancellationToken) =>
        TryRead(out var sighting) && (hasPage || !sighting.IsLate)
            ? ValueTask.FromResult(sighting)
            : new ValueTask<Sighting>(LookAsync(hasPage, cancellationToken));

    /// <summary>An answer was not as expected: the next who asks is to look.</summary>
    public void Doubt()
    {
        lock (_lock)
        {
            _last = _last.IsAway ? _last : _last with { DueAt = Sighting.Overdue };
        }
    }

    private async Task<Sighting> LookAsync(bool hasPage, CancellationToken cancellationToken)
    {
        var check = Begin();
        try
        {
            await check.WaitAsync(hasPage ? Patience : Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            lock (_lock)
            {
                _last = check.IsCompleted ? _last : _last with { IsLate = true };
            }
        }

        return _last;
    }

    private Task Begin()
    {
        lock (_lock)
        {
            return _check = _check.IsCompleted ? CheckAsync() : _check;
        }
    }

    // One for all who ask meanwhile, so it neither throws nor ends with any of them.
    private async Task CheckAsync()
    {
        var begun = clock.GetTimestamp();
        await Task.Yield();
        using var deadline = new CancellationTokenSource(Deadline, clock);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var metadata = scope.ServiceProvider.GetRequiredService<MetadataClient>();
            NoteThere(await metadata.GetMarkAsync(deadline.Token), begun);
        }
        catch (MetadataException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            // It is there, but of a version that does not tell: its pages are asked for each time.
            NoteThere(null, begun);
        }
        catch (Exception failure)
        {
            NoteAway(failure.Message, begun);
        }
    }

    private void NoteThere(CatalogueMark? found, long begun)
    {
        bool wasTold;
        lock (_lock)
        {
            var known = _last.Mark;
            if (!IsBehind(found, known))
            {
                // The same object if it is the same: then comparing stamps costs nothing.
                (known, _confirmedAt) = (found == known ? known : found, begun);
            }

            _last = new Sighting(known, begun + Ticks(CheckInterval));
            (wasTold, _isTold) = (_isTold, false);
        }

        if (wasTold)
        {
            Back(logger);
        }
    }

    private bool IsBehind(CatalogueMark? found, CatalogueMark? known) =>
        found is not null && known is not null
        && found.Generation == known.Generation && found.Revision < known.Revision
        && clock.GetElapsedTime(_confirmedAt) < MostLag;

    private void NoteAway(string reason, long begun)
    {
        bool wasTold;
        lock (_lock)
        {
            _last = new Sighting(_last.Mark, begun + Ticks(RetryInterval)) { IsAway = true };
            (wasTold, _isTold) = (_isTold, true);
        }

        if (!wasTold)
        {
            Away(logger, reason);
        }
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Metadata does not answer ({Reason}). Pages that are kept go out as they are, all others are refused until it is back.")]
    private static partial void Away(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Metadata answers again.")]
    private static partial void Back(ILogger logger);
}
