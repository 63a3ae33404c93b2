using Scraper.Sources;

namespace Scraper.Fetching.Pacing;

/// <summary>The one door to a host: one request at a time, at the host's pace, over all processes that share the
/// journal.</summary>
/// <param name="shared">Null when no journal is shared.</param>
internal sealed class HostGate(string host, SharedPaces? shared, TimeProvider clock, Random random) : IDisposable
{
    /// <summary>A longer hold ends the run instead of blocking it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // A mistaken header must not shut a host out for good.
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(1);

    // Where nothing is paced, what others have met is still looked up now and then.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    // Up to a quarter on top, so that requests do not come like a metronome.
    private const double JitterShare = 0.25;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Pace _pace = Pace.Fresh;
    private DateTimeOffset _looked = DateTimeOffset.UnixEpoch;

    /// <summary>Waits for this caller's turn; the host is the caller's until the pass is disposed.</summary>
    /// <param name="floor">Least time between the starts of two requests; zero for a host that is not paced.</param>
    /// <exception cref="SourceException">The host is to be left alone for longer than a run can wait.</exception>
    public async Task<Pass> EnterAsync(TimeSpan floor, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var (wait, isShared) = await TryOpenAsync(floor, cancellationToken);
                if (wait <= TimeSpan.Zero)
                {
                    return new Pass(this, floor, clock.GetUtcNow(), isShared);
                }

                RefuseToWaitTooLong(wait);
                // Whole milliseconds, rounded up: a shorter delay would not wait at all. A timer may fire a little early,
                // and another process may be quicker, so look again.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken);
            }
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(TimeSpan Wait, bool IsShared)> TryOpenAsync(TimeSpan floor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (shared is not null && !IsPaced(floor, now) && now - _looked >= LookEvery)
        {
            _looked = now;
            _pace = await shared.FindAsync(host, cancellationToken) ?? _pace;
        }

        if (shared is null || !IsPaced(floor, now)
            || await shared.TryTakeAsync(host, floor, cancellationToken) is not { } taking)
        {
            return (_pace.WaitAt(now, floor), IsShared: false);
        }

        _pace = taking.Pace;
        return (taking.Wait, IsShared: true);
    }

    private bool IsPaced(TimeSpan floor, DateTimeOffset now) =>
        floor > TimeSpan.Zero || _pace.Failures > 0 || _pace.OpensAt > now;

    private void RefuseToWaitTooLong(TimeSpan wait)
    {
        if (_pace.IsBroken)
        {
            throw new SourceException(
                SourceFailure.Unavailable,
                $"{host} failed {_pace.Failures} times in a row and is left alone for {wait:d\\.hh\\:mm\\:ss} more. Try after that.")
            {
                RetryAfter = wait,
            };
        }

        if (wait > LongestWait)
        {
            throw new SourceException(
                SourceFailure.RateLimited,
                $"{host} asked to be left alone for {wait:d\\.hh\\:mm\\:ss} more. Run this source again after that.")
            {
                RetryAfter = wait,
            };
        }
    }

    private async Task LeaveAsync(Pass pass)
    {
        try
        {
            var ended = clock.GetUtcNow();
            _pace = PaceAfter(pass, ended);
            // Unpaced, only trouble is of interest to others.
            if (shared is not null && (pass.IsShared || _pace.Failures > 0 || _pace.OpensAt > ended))
            {
                await shared.ReturnAsync(host, _pace, CancellationToken.None);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private Pace PaceAfter(Pass pass, DateTimeOffset ended)
    {
        var failures = pass.Succeeded switch { true => 0, false => _pace.Failures + 1, null => _pace.Failures };
        var before = _pace.Delay > pass.Floor ? _pace.Delay : pass.Floor;
        var delay = pass.Floor == TimeSpan.Zero ? TimeSpan.Zero
            : AdaptiveDelay.Next(before, pass.Floor, ended - pass.StartedAt, pass.Succeeded == true);
        var spacing = delay * (1 + (random.NextDouble() * JitterShare));
        var hold = pass.Succeeded == false && Breaker.TimeAfter(failures) > pass.Hold ? Breaker.TimeAfter(failures) : pass.Hold;
        var opens = pass.StartedAt + spacing > ended + hold ? pass.StartedAt + spacing : ended + hold;
        return new Pace(pass.StartedAt, opens, delay, failures);
    }

    /// <summary>A turn at the host.</summary>
    public sealed class Pass(HostGate gate, TimeSpan floor, DateTimeOffset startedAt, bool isShared) : IAsyncDisposable
    {
        public TimeSpan Floor => floor;

        public DateTimeOffset StartedAt => startedAt;

        /// <summary>Taken in the journal, so to be given back there.</summary>
        public bool IsShared => isShared;

        /// <summary>Whether the host answered as hosts should; null when it was not waited for.</summary>
        public bool? Succeeded { get; set; }

        /// <summary>How long everybody is kept from the host after the turn.</summary>
        public TimeSpan Hold { get; private set; }

        public void HoldFor(TimeSpan time) => Hold = time < LongestHold ? time : LongestHold;

        public ValueTask DisposeAsync() => new(gate.LeaveAsync(this));
    }
}
