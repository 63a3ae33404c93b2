namespace Scraper.Collecting;

/// <summary>What a run remembers of its pages while it goes on: nothing that grows with them.</summary>
internal sealed class PageProgress
{
    private readonly Dictionary<string, TargetProgress> _targets = new(StringComparer.Ordinal);

    public int PagesKept { get; private set; }

    public TargetProgress Of(string target) =>
        _targets.GetValueOrDefault(target, new TargetProgress(IsFinished: false, HasFailed: false, Cursor: null));

    public void Add(string target, string? nextCursor, bool failed)
    {
        _targets[target] = new TargetProgress(failed || nextCursor is null, failed, nextCursor);
        PagesKept += failed ? 0 : 1;
    }
}
