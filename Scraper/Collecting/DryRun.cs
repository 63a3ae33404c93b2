using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>A run that is written down nowhere: what it finds is only shown.</summary>
internal sealed class DryRun : IRunBook
{
    private static readonly Sighting SeenHere = new(InThisRun: true, IsSettled: false);

    private readonly PageProgress _progress = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<PageOutcome> _pages = [];

    public IReadOnlyList<PageOutcome> Pages => _pages;

    public int Seen => _pages.Sum(page => page.Seen);

    public int Films => _pages.Sum(page => page.Films);

    public int PagesKept => _progress.PagesKept;

    public Task<IReadOnlyDictionary<string, Sighting>> RecallAsync(
        SourceTarget target, IReadOnlyCollection<string> videoKeys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Sighting>>(
            videoKeys.Where(_keys.Contains).Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => SeenHere, StringComparer.Ordinal));

    public TargetProgress ProgressOf(SourceTarget target) => _progress.Of(target.ToString());

    public TargetWalk WalkOf(SourceTarget target) => TargetWalk.Full;

    public Task KeepAsync(PageOutcome page, CancellationToken cancellationToken)
    {
        _pages.Add(page);
        _keys.UnionWith(page.VideoKeys);
        _progress.Add(page.Target.ToString(), page.NextCursor, page.TargetFailure is not null);
        return Task.CompletedTask;
    }

    public Task WaitForRoomAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
