using Scraper.Journal;
using Scraper.Recording;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Runs a source under its lease, going on with an interrupted run where there is one.</summary>
internal sealed class SourceRunner(
    Leases leases, RunStarts starts, RunBooks books, Recordings recordings, Collector collector)
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
                    return await RunUnderAsync(lease, request, progress, cancellationToken);
                }
            }

            // A holder that let go in between leaves nobody to name: then the next try succeeds.
            if (await leases.FindHolderAsync(request.Name, cancellationToken) is { } holder)
            {
                return new RunOutcome(Run: null, holder);
            }
        }
    }

    private async Task<RunOutcome> RunUnderAsync(
        HeldLease lease, RunRequest request, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        foreach (var abandoned in await starts.ListAbandonedAsync(request.Name, cancellationToken))
        {
            var left = await books.OpenAsync(lease, abandoned, request.Source, RunMeans.Offline(), cancellationToken);
            await left.EndAsync(RunEnd.Abandoned, CancellationToken.None);
        }

        var run = await starts.BeginAsync(request, cancellationToken);
        using var recording = await recordings.BeginAsync(run, cancellationToken);
        var means = RunMeans.Of(recording);
        means.Meter.IsProbing = request.IsProbe;
        var book = await books.OpenAsync(lease, run, request.Source, means, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            var end = await collector.RunAsync(request, book, means.Meter, progress, stop.Token);
            return new RunOutcome(await book.EndAsync(end, CancellationToken.None), Holder: null, end.Cause);
        }
        catch (Exception mistake) when (mistake is not LeaseLostException)
        {
            // Ended in the journal too, or every later run would resume into the same mistake.
            await book.EndAsync(RunEnd.Of(mistake, book.PagesKept > 0), CancellationToken.None);
            throw;
        }
    }
}

/// <summary>What came of the wish to run a source: a run, or the one who already runs it.</summary>
/// <param name="Failure">The source's failure that ended the run; null when none did.</param>
internal sealed record RunOutcome(Run? Run, Lease? Holder, SourceException? Failure = null);
