using System.Runtime.InteropServices;

namespace Gateway.Edge.Limits;

/// <summary>Counts what was admitted in the last 60 seconds, in steps of a tenth of a second. The step in which the window begins
/// counts in full, so that no 60 seconds ever admit more than the limit. Only steps in which something was admitted take
/// memory. Times are ticks of one clock that never steps back. Not thread-safe.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SlidingWindow
{
    public const int Steps = 600;
    public const long TicksPerStep = TimeSpan.TicksPerMinute / Steps;

    private const int Smallest = 2;

    // A ring. Its length is a power of two, at most 1,024: the running step and the 600 before it are in the window.
    private Taken[]? _taken;
    private int _first;
    private int _count;

    /// <summary>Units admitted in the window as it was last looked at.</summary>
    public int Total { get; private set; }

    /// <summary>How long until so many units more are admitted; zero when they are now.</summary>
    /// <param name="units">At most <paramref name="limit"/>.</param>
    public TimeSpan Wait(long now, int units, int limit)
    {
        Forget(now);
        var over = Total + units - limit;
        for (var at = 0; over > 0 && at < _count; at++)
        {
            ref readonly var taken = ref At(at);
            over -= taken.Units;
            if (over <= 0)
            {
                return TimeSpan.FromTicks(((taken.Step + Steps + 1L) * TicksPerStep) - now);
            }
        }

        return TimeSpan.Zero;
    }

    public void Admit(long now, int units)
    {
        Forget(now);
        Total += units;
        var step = (uint)(now / TicksPerStep);
        if (_count > 0 && At(_count - 1).Step == step)
        {
            At(_count - 1).Units += units;
            return;
        }

        MakeRoom();
        At(_count++) = new Taken { Step = step, Units = units };
    }

    /// <summary>Makes it the window of another client. Its memory is used again unless it has grown large.</summary>
    public void Clear()
    {
        (_first, _count, Total) = (0, 0, 0);
        _taken = _taken?.Length > Smallest ? null : _taken;
    }

    public void Forget(long now)
    {
        var begin = (now / TicksPerStep) - Steps;
        while (_count > 0 && At(0).Step < begin)
        {
            Total -= At(0).Units;
            _first = (_first + 1) & (_taken!.Length - 1);
            _count--;
        }
    }

    private readonly ref Taken At(int place) => ref _taken![(_first + place) & (_taken.Length - 1)];

    private void MakeRoom()
    {
        if (_count < (_taken?.Length ?? 0))
        {
            return;
        }

        var larger = new Taken[Math.Max(Smallest, _count * 2)];
        for (var at = 0; at < _count; at++)
        {
            larger[at] = At(at);
        }

        (_taken, _first) = (larger, 0);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Taken
    {
        public uint Step;
        public int Units;
    }
}
