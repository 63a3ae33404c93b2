namespace Gateway.Edge;

/// <summary>Counts what was admitted in the last 60 seconds, in half-second steps. The step in which the window begins
/// counts in full, so that no 60 seconds ever admit more than the limit. Not thread-safe.</summary>
internal sealed class SlidingWindow(int limit)
{
    private const int Steps = 120;
    private const long TicksPerStep = TimeSpan.TicksPerMinute / Steps;

    // One step more than the window: the running step and the one that is only partly past are both in it.
    private readonly int[] _admitted = new int[Steps + 1];
    private long _step = long.MinValue;
    private int _total;

    /// <summary>How long until one more is admitted; zero when it is now.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        MoveTo(now);
        var over = _total - limit + 1;
        for (var step = _step - Steps; over > 0; step++)
        {
            over -= _admitted[Index(step)];
            if (over <= 0)
            {
                return TimeSpan.FromTicks(((step + Steps + 1) * TicksPerStep) - now.UtcTicks);
            }
        }

        return TimeSpan.Zero;
    }

    public void Admit(DateTimeOffset now)
    {
        MoveTo(now);
        _admitted[Index(_step)]++;
        _total++;
    }

    private void MoveTo(DateTimeOffset now)
    {
        var step = Math.Max(now.UtcTicks / TicksPerStep, _step);
        var first = Math.Max(_step + 1, step - Steps);
        for (var passing = first; passing <= step; passing++)
        {
            _total -= _admitted[Index(passing)];
            _admitted[Index(passing)] = 0;
        }

        _step = step;
    }

    private static int Index(long step) => (int)(step % (Steps + 1));
}
