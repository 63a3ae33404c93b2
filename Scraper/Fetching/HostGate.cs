using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>The one door to a host: one request at a time, never sooner than the delay after the last.</summary>
internal sealed class HostGate(string host, TimeProvider clock, Random random) : IDisposable
{
    /// <summary>A longer hold ends the run instead of blocking it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // A mistaken header must not shut a host out for good.
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(1);

    // Up to a quarter on top, so that requests do not come like a metronome.
    private const double JitterShare = 0.25;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly long _origin = clock.GetTimestamp();
    private TimeSpan _opensAt;

    /// <summary>Waits for this caller's turn; the host is the caller's until the pass is disposed.</summary>
    /// <exception cref="SourceException">The host asked to be left alone for longer than a run can wait.</exception>
    public async Task<Pass> EnterAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // A timer may fire a little early, so look again.
            while (_opensAt - Elapsed is { Ticks: > 0 } wait)
            {
                if (wait > LongestWait)
                {
                    throw new SourceException(
                        SourceFailure.RateLimited,
                        $"{host} asked to be left alone for {wait:d\\.hh\\:mm\\:ss} more. Run this source again after that.")
                    {
                        RetryAfter = wait,
                    };
                }

                // Whole milliseconds, rounded up: a shorter delay would not wait at all.
                await Task.Delay(
                    TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken);
            }

            return new Pass(this, Elapsed, delay);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();

    private TimeSpan Elapsed => clock.GetElapsedTime(_origin);

    private void Leave(TimeSpan started, TimeSpan delay, TimeSpan hold)
    {
        var ended = Elapsed;
        var spacing = delay * (1 + (random.NextDouble() * JitterShare));
        // A host that answers slowly is given as long a rest, up to the delay.
        var rest = ended - started < delay ? ended - started : delay;
        _opensAt = new[] { started + spacing, ended + rest, ended + hold }.Max();
        _turn.Release();
    }

    /// <summary>A turn at the host.</summary>
    public sealed class Pass(HostGate gate, TimeSpan started, TimeSpan delay) : IDisposable
    {
        private TimeSpan _hold;

        /// <summary>Keeps everybody from the host for this long after the turn ends.</summary>
        public void HoldFor(TimeSpan time) => _hold = time < LongestHold ? time : LongestHold;

        public void Dispose() => gate.Leave(started, delay, _hold);
    }
}
