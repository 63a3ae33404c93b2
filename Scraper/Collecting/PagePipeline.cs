using System.Threading.Channels;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Reads a run's targets with one page being fetched while the one before is judged and the one before that is
/// kept. Pages are judged and kept one by one in the order fetched, so a run finds the same however fast each step is.</summary>
internal sealed class PagePipeline(
    RunRequest request, IRunBook book, PageJudge judge, FetchMeter meter, IProgress<RunProgress> progress) : IDisposable
{
    // Never full, for no more pages than that are on their way.
    private readonly Channel<FetchedPage> _fetched = Channel.CreateBounded<FetchedPage>(PagesInHand.Most);
    private readonly Channel<JudgedPage> _judged = Channel.CreateBounded<JudgedPage>(PagesInHand.Most);
    private readonly PagesInHand _inHand = new();

    private readonly RunJudge _judge = new(request, book, judge);
    private volatile bool _isKnownGround;

    /// <exception cref="SourceException">The source cannot be read on; what was fetched before is kept.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Read before anything is kept: the book is the keeping step's from then on.
        var targets = request.Targets.Distinct().Select((target, index) =>
            new WalkedTarget(target, index + 1, book.ProgressOf(target), book.WalkOf(target))).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var judging = Task.Run(() => StopOnFailureAsync(JudgeAsync, stop), CancellationToken.None);
        var keeping = Task.Run(() => StopOnFailureAsync(KeepAsync, stop), CancellationToken.None);
        var fetching = FetchAsync(targets, stop.Token);
        try
        {
            await fetching;
        }
        catch (Exception) when (fetching.IsCompleted)
        {
            // Thrown again below, when all that was fetched before is kept.
        }

        _fetched.Writer.Complete();
        await Task.WhenAll(judging, keeping);
        await fetching;
    }

    public void Dispose() => _inHand.Dispose();

    private static async Task StopOnFailureAsync(Func<Task> step, CancellationTokenSource stop)
    {
        try
        {
            await step();
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task FetchAsync(IReadOnlyList<WalkedTarget> targets, CancellationToken cancellationToken)
    {
        foreach (var target in targets.Where(target => !target.SoFar.IsFinished))
        {
            if (_judge.IsFull)
            {
                return;
            }

            try
            {
                await FetchAsync(target, cancellationToken);
            }
            catch (SourceException dead) when (dead.Failure is SourceFailure.Gone or SourceFailure.Hidden or SourceFailure.Geo
                or SourceFailure.Disallowed)
            {
                // One channel that is no more says nothing of the next one.
                await HandOnAsync(new FetchedPage(target, Page: null, dead.Message));
            }
        }
    }

    private async Task FetchAsync(WalkedTarget target, CancellationToken cancellationToken)
    {
        _isKnownGround = false;
        SourcePage? last = null;
        var pages = request.Source.ReadAsync(target.Target, target.SoFar.Cursor, meter, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using (pages)
        {
            while (true)
            {
                await book.WaitForRoomAsync(cancellationToken);
                await _inHand.WaitBelowAsync(MostAhead(target.Walk, last), cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                if (_judge.IsFull || _isKnownGround || !await pages.MoveNextAsync())
                {
                    return;
                }

                last = pages.Current;
                await HandOnAsync(new FetchedPage(target, last, Failure: null));
            }
        }
    }

    /// <summary>Where a page may turn out to be the last one needed, none is asked for beyond it.</summary>
    private int MostAhead(TargetWalk walk, SourcePage? last) =>
        request.Limit is not null || (!walk.IsFull && last is null or { IsNewestFirst: true }) ? 1 : PagesInHand.Most;

    private ValueTask HandOnAsync(FetchedPage page)
    {
        _inHand.Fetched();
        return _fetched.Writer.WriteAsync(page, CancellationToken.None);
    }

    private async Task JudgeAsync()
    {
        try
        {
            await foreach (var fetched in _fetched.Reader.ReadAllAsync(CancellationToken.None))
            {
                await _judged.Writer.WriteAsync(await JudgeAsync(fetched), CancellationToken.None);
            }
        }
        finally
        {
            _judged.Writer.Complete();
        }
    }

    private async Task<JudgedPage> JudgeAsync(FetchedPage fetched)
    {
        var target = fetched.Target;
        if (fetched.Page is not { } page)
        {
            return new JudgedPage(target, PageOutcome.Failed(target.Target, fetched.Failure!), Total: null);
        }

        var (outcome, isKnownGround) = await _judge.JudgeAsync(target.Target, target.Walk, page, CancellationToken.None);
        if (isKnownGround)
        {
            _isKnownGround = true;
        }

        return new JudgedPage(target, outcome, MostOf(target.Walk, page));
    }

    // How far a walk to known ground goes shows only when it is there.
    private int? MostOf(TargetWalk walk, SourcePage page) =>
        !walk.IsFull ? null : page.Total is { } total && request.Limit is { } limit ? Math.Min(total, limit) : page.Total;

    private async Task KeepAsync()
    {
        await foreach (var judged in _judged.Reader.ReadAllAsync(CancellationToken.None))
        {
            // A page in hand is kept even while the run is being stopped.
            await book.KeepAsync(judged.Outcome, CancellationToken.None);
            progress.Report(new RunProgress(
                judged.Target.Target, judged.Target.Number, request.Targets.Count, judged.Outcome, judged.Total));
            _inHand.Kept();
        }
    }

    /// <param name="Number">From 1.</param>
    private sealed record WalkedTarget(SourceTarget Target, int Number, TargetProgress SoFar, TargetWalk Walk);

    /// <param name="Page">Null where the target could not be read.</param>
    private sealed record FetchedPage(WalkedTarget Target, SourcePage? Page, string? Failure);

    private sealed record JudgedPage(WalkedTarget Target, PageOutcome Outcome, int? Total);
}
