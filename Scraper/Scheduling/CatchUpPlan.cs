namespace Scraper.Scheduling;

/// <summary>When jobs that are due, though nothing has woken them, are woken. Times missed while nobody was there are made
/// good one after the other, not all at once; what was cut off or ordered does not wait.</summary>
internal sealed class CatchUpPlan
{
    /// <summary>The time within which the jobs of one catching up begin.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>How long a job's own time is left to wake it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Who was woken and is still due has met with trouble, which may have passed by then.
    private static readonly TimeSpan WakeAgain = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, DateTimeOffset> _wakeAt = new(StringComparer.Ordinal);

    /// <summary>The jobs whose moment has come.</summary>
    /// <param name="due">All that are due.</param>
    public IReadOnlyList<string> Take(IReadOnlyList<DueJob> due, DateTimeOffset now)
    {
        foreach (var done in _wakeAt.Keys.Except(due.Select(job => job.Name), StringComparer.Ordinal).ToList())
        {
            _wakeAt.Remove(done);
        }

        Plan(due, now);
        var ready = due.Select(job => job.Name).Where(name => _wakeAt.TryGetValue(name, out var at) && at <= now).ToList();
        ready.ForEach(name => _wakeAt[name] = now + WakeAgain);
        return ready;
    }

    private void Plan(IReadOnlyList<DueJob> due, DateTimeOffset now)
    {
        foreach (var job in due.Where(job => job.Reason != DueReason.Missed))
        {
            _wakeAt.TryAdd(job.Name, now);
        }

        var missed = due.Where(job =>
            job.Reason == DueReason.Missed && now - job.Since >= Patience && !_wakeAt.ContainsKey(job.Name)).ToList();
        for (var place = 0; place < missed.Count; place++)
        {
            _wakeAt[missed[place].Name] = now + (Window * place / missed.Count);
        }
    }
}
