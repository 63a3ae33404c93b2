namespace Scraper.Collecting;

/// <summary>Counts the pages that are fetched but not yet kept: they bound memory, and are what a crash costs.</summary>
internal sealed class PagesInHand : IDisposable
{
    /// <summary>One for each step: a fourth would only wait, and be fetched again after a crash.</summary>
    public const int Most = 3;

    private readonly SemaphoreSlim _kept = new(initialCount: 0);
    private int _count;

    /// <summary>Waits until fewer pages than this are in hand.</summary>
    public async Task WaitBelowAsync(int most, CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _count) >= most)
        {
            await _kept.WaitAsync(cancellationToken);
        }
    }

    public void Fetched() => Interlocked.Increment(ref _count);

    public void Kept()
    {
        Interlocked.Decrement(ref _count);
        _kept.Release();
    }

    public void Dispose() => _kept.Dispose();
}
