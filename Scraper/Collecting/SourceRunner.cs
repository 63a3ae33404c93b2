using Scraper.Fetching;
using Scraper.Journal;

namespace Scraper.Collecting;

/// <summary>Runs a source under its lease, going on with an interrupted run where there is one.</summary>
internal sealed class SourceRunner(
    Leases leases, RunStarts starts, RunBooks books, Collector collector, RunHistory history)
{
    /// <param name="progress">Told after each page kept.</param>
    /// <exception cref="LeaseLostException">This process stood still so long that another one took over.</exception>
    public async Task<RunOutcome> RunAsync(
        RunRequest request, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await leases.TryTakeAsync(request.Name, cancellationToken);
            if (lease is not null)
            {
                await using (lease)
                {
                    return new RunOutcome(await RunUnderAsync(lease, request, progress, cancellationToken), Holder: null);
                }
            }

            // A holder that let go in between leaves nobody to name: then the next try succeeds.
            if (await leases.FindHolderAsync(request.Name, cancellationToken) is { } holder)
            {
                return new RunOutcome(Run: null, holder);
            }
        }
    }

    private async Task<Run> RunUnderAsync(
        HeldLease lease, RunRequest request, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        foreach (var abandoned in await starts.ListAbandonedAsync(request.Name, cancellationToken))
        {
            var left = await books.OpenAsync(lease, abandoned, request.Source, new FetchMeter(), cancellationToken);
            await left.EndAsync(RunEnd.Abandoned, CancellationToken.None);
        }

        var meter = new FetchMeter();
        var run = await starts.BeginAsync(request, cancellationToken);
        var book = await books.OpenAsync(lease, run, request.Source, meter, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            var end = await collector.RunAsync(request, book, meter, progress, stop.Token);
            await book.EndAsync(end, CancellationToken.None);
        }
        catch (Exception mistake) when (mistake is not LeaseLostException)
        {
            // Ended in the journal too, or every later run would resume into the same mistake.
            await book.EndAsync(RunEnd.Of(mistake, book.PagesKept > 0), CancellationToken.None);
            throw;
        }

        return (await history.FindAsync(run.Id, CancellationToken.None))!;
    }
}

/// <summary>What came of the wish to run a source: a run, or the one who already runs it.</summary>
internal sealed record RunOutcome(Run? Run, Lease? Holder);
