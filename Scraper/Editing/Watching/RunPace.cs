namespace Scraper.Editing.Watching;

/// <summary>How fast a run goes, told from looks at what it has brought.</summary>
internal sealed class RunPace(TimeProvider clock)
{
    // A host that is slow now may have been quick before.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly long _began = clock.GetTimestamp();
    private readonly Queue<(TimeSpan At, int Seen)> _looks = new([(TimeSpan.Zero, 0)]);
    private (int Number, TimeSpan Began) _target;
    private TimeSpan _lastLook;

    public TimeSpan Elapsed => clock.GetElapsedTime(_began);

    /// <summary>Videos a second, over the last seconds.</summary>
    public double Rate { get; private set; }

    /// <summary>How long the target being read takes from now on, at its pace so far; null when nobody can say.</summary>
    public TimeSpan? Left { get; private set; }

    public void Look(RunCount count)
    {
        var now = Elapsed;
        if (count.TargetNumber != _target.Number)
        {
            _target = (count.TargetNumber, _lastLook);
        }

        _looks.Enqueue((now, count.Seen));
        while (_looks.Count > 2 && now - _looks.Peek().At > Window)
        {
            _looks.Dequeue();
        }

        var (at, seen) = _looks.Peek();
        Rate = now > at ? (count.Seen - seen) / (now - at).TotalSeconds : 0;
        Left = count is { TargetTotal: { } total, TargetItems: > 0 and var items }
            ? (now - _target.Began) * Math.Max(0, total - items) / items : null;
        _lastLook = now;
    }
}
