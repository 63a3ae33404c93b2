using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>A run that is written down nowhere: what it finds is only shown.</summary>
internal sealed class DryRun : IRunBook
{
    private readonly PageProgress _progress = new();
    private readonly List<PageOutcome> _pages = [];

    public IReadOnlyList<PageOutcome> Pages => _pages;

    public int Seen => _pages.Sum(page => page.Seen);

    public int Films => _pages.Sum(page => page.Films);

    public int PagesKept => _progress.PagesKept;

    public bool Knows(string videoKey) => _progress.Knows(videoKey);

    public TargetProgress ProgressOf(SourceTarget target) => _progress.Of(target);

    public Task KeepAsync(PageOutcome page, CancellationToken cancellationToken)
    {
        _pages.Add(page);
        _progress.Add(page.Target.ToString(), page.NextCursor, page.TargetFailure is not null, page.VideoKeys);
        return Task.CompletedTask;
    }
}
