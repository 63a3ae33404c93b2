using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Journal;
using Scraper.Recording;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Runs a source under its lease, going on with an interrupted run where there is one.</summary>
internal sealed class SourceRunner(
    JournalStore store, Leases leases, RunHistory history, Collector collector, Recordings recordings,
    IOptions<JournalOptions> options, TimeProvider clock)
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
        var run = await BeginAsync(request, cancellationToken);
        using var recording = await recordings.BeginAsync(run, cancellationToken);
        var means = RunMeans.Of(recording, options.Value.ResendAfter);
        means.Meter.IsProbing = request.IsProbe;
        var book = await JournaledRun.OpenAsync(store, lease, run, means, clock, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            var end = await collector.RunAsync(request, book, means.Meter, progress, stop.Token);
            await book.EndAsync(end, CancellationToken.None);
            return new RunOutcome((await history.FindAsync(run.Id, CancellationToken.None))!, Holder: null, end.Cause);
        }
        catch (Exception mistake) when (mistake is not LeaseLostException)
        {
            // Ended in the journal too, or every later run would resume into the same mistake.
            await book.EndAsync(RunEnd.Of(mistake, book.PagesKept > 0), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Goes on with the newest run of the same targets if it was interrupted, else begins one. Under the lease
    /// no other process can be at work on this source, so a run still "running" was cut off.</summary>
    private async Task<Run> BeginAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var targets = request.Targets.Select(target => target.ToString()).ToList();
        var last = await history.FindLastAsync(request.Name, targets, request.Limit, cancellationToken);
        var db = store.Open();
        await using (db)
        {
            await db.Runs
                .Where(cutOff => cutOff.Source == request.Name && cutOff.Status == RunStatus.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(cutOff => cutOff.Status, RunStatus.Stopped), cancellationToken);
            if (last is null || !IsResumable(last))
            {
                var begun = new Run
                {
                    Source = request.Name,
                    Targets = targets,
                    Limit = request.Limit,
                    StartedAt = clock.GetUtcNow(),
                    Parser = ParserVersion.Current,
                };
                db.Runs.Add(begun);
                await db.SaveChangesAsync(cancellationToken);
                return begun;
            }

            var resumed = await db.Runs.SingleAsync(run => run.Id == last.Id, cancellationToken);
            (resumed.Status, resumed.EndedAt, resumed.Message) = (RunStatus.Running, null, null);
            await db.SaveChangesAsync(cancellationToken);
            return resumed;
        }
    }

    private bool IsResumable(Run run) =>
        run.Status is RunStatus.Running or RunStatus.Stopped
        && run.StartedAt >= clock.GetUtcNow() - options.Value.ResumeWithin;
}

/// <summary>What came of the wish to run a source: a run, or the one who already runs it.</summary>
/// <param name="Failure">The source's failure that ended the run; null when none did.</param>
internal sealed record RunOutcome(Run? Run, Lease? Holder, SourceException? Failure = null);
