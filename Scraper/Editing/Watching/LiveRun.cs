using Scraper.Collecting;

namespace Scraper.Editing.Watching;

/// <summary>Tells on the error stream how far a run has come: on a terminal a few times a second at its foot, else a line
/// now and then. A run only leaves each page here; everything else is done at the pace of looking.</summary>
internal sealed class LiveRun(Terminal terminal, TimeProvider clock) : IProgress<RunProgress>
{
    private static readonly TimeSpan Redrawn = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(30);

    private readonly RunPace _pace = new(clock);

    // Replaced as a whole, by one page after another.
    private volatile RunCount _count = RunCount.None;

    public async Task<T> WatchAsync<T>(Func<IProgress<RunProgress>, Task<T>> work)
    {
        using var done = new CancellationTokenSource();
        var telling = TellAsync(done.Token);
        try
        {
            return await work(this);
        }
        finally
        {
            await done.CancelAsync();
            await telling;
            terminal.Foot?.Erase();
        }
    }

    public void Report(RunProgress value) => _count = _count.With(value);

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(terminal.Foot is null ? Told : Redrawn, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Tell(_count);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private void Tell(RunCount count)
    {
        _pace.Look(count);
        if (terminal.Foot is { } foot)
        {
            foot.Draw(RunLines.Fit(count, _pace, foot.Width));
        }
        else
        {
            terminal.Error.WriteLine(RunLines.Line(count, _pace));
        }
    }
}
