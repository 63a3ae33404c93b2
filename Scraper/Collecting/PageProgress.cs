using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>What a run remembers of its pages while it goes on.</summary>
internal sealed class PageProgress
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TargetProgress> _targets = new(StringComparer.Ordinal);

    public int PagesKept { get; private set; }

    public bool Knows(string videoKey) => _keys.Contains(videoKey);

    public TargetProgress Of(SourceTarget target) =>
        _targets.GetValueOrDefault(target.ToString(), new TargetProgress(IsFinished: false, HasFailed: false, Cursor: null));

    public void Add(string target, string? nextCursor, bool failed, IEnumerable<string> videoKeys)
    {
        _keys.UnionWith(videoKeys);
        _targets[target] = new TargetProgress(failed || nextCursor is null, failed, nextCursor);
        PagesKept += failed ? 0 : 1;
    }
}
