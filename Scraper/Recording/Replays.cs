using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;
using Scraper.Fetching;
using Scraper.Journal;

namespace Scraper.Recording;

/// <summary>Reads recorded runs again with today's rules: to see what would be different, or to send it.</summary>
internal sealed class Replays(
    JournalStore store, Leases leases, RunBooks books, SourcesAt sources, TimeProvider clock)
{
    /// <summary>What the run of a replay is named after its source, so that it is taken for no visit to the host.</summary>
    public static string RunName(string source) => $"{source} replay";

    /// <summary>The recorded runs of a source, newest first: of an upload the newest answer counts.</summary>
    /// <param name="runId">Just this one; null for any.</param>
    /// <param name="since">Those begun from then on; null for the newest alone.</param>
    public async Task<IReadOnlyList<Run>> FindRunsAsync(
        string source, int? runId, DateTimeOffset? since, IEnumerable<int> recorded, CancellationToken cancellationToken)
    {
        var ids = recorded.Distinct().Where(id => runId is null || id == runId).ToList();
        var db = store.Open();
        await using (db)
        {
            var runs = await db.Runs.AsNoTracking()
                .Where(run => run.Source == source && ids.Contains(run.Id) && run.Status != RunStatus.Running)
                .Where(run => runId != null || run.Status != RunStatus.Quarantined)
                .Where(run => since == null || run.StartedAt >= since)
                .OrderByDescending(run => run.Id)
                .ToListAsync(cancellationToken);
            return since is null && runId is null ? [.. runs.Take(1)] : runs;
        }
    }

    /// <summary>What would be sent, without writing anything.</summary>
    public async Task<(RunEnd End, IReadOnlyList<ReplayedPage> Pages)> CompareAsync(
        ReplayedSource source, IReadOnlyList<Run> runs, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        var book = new DryRun();
        var end = await sources.Collector(runs[0].StartedAt)
            .RunAsync(Request(source, runs), book, new FetchMeter(), progress, cancellationToken);
        var db = store.Open();
        await using (db)
        {
            List<ReplayedPage> pages = [];
            foreach (var page in book.Pages)
            {
                pages.Add(await CompareAsync(db, page, cancellationToken));
            }

            return (end, pages);
        }
    }

    /// <summary>Sends what is different, as a run of its own under the source's lease.</summary>
    public async Task<ReplayPush> PushAsync(
        ReplayedSource source, IReadOnlyList<Run> runs, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await leases.TryTakeAsync(source.Name, cancellationToken);
            if (lease is not null)
            {
                await using (lease)
                {
                    return await PushUnderAsync(lease, source, runs, progress, cancellationToken);
                }
            }

            // A holder that let go in between leaves nobody to name: then the next try succeeds.
            if (await leases.FindHolderAsync(source.Name, cancellationToken) is { } holder)
            {
                return new ReplayPush(RunId: 0, Sent: 0, LeftOut: 0, holder);
            }
        }
    }

    private async Task<ReplayPush> PushUnderAsync(
        HeldLease lease, ReplayedSource source, IReadOnlyList<Run> runs, IProgress<RunProgress> progress,
        CancellationToken cancellationToken)
    {
        var request = Request(source, runs);
        var run = await BeginAsync(request, cancellationToken);
        var means = RunMeans.Offline();
        var book = await books.OpenAsync(lease, run, source, means, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            var end = await sources.Collector(runs[0].StartedAt).RunAsync(request, book, means.Meter, progress, stop.Token);
            await book.EndAsync(end, CancellationToken.None);
        }
        catch (Exception mistake) when (mistake is not LeaseLostException)
        {
            await book.EndAsync(RunEnd.Of(mistake, book.PagesKept > 0), CancellationToken.None);
            throw;
        }

        return new ReplayPush(run.Id, book.Outbox.Sent, book.Outbox.LeftOut, Holder: null);
    }

    private static RunRequest Request(ReplayedSource source, IReadOnlyList<Run> runs) => new(
        RunName(source.Name), source, [.. runs.Select(run => ReplayedSource.TargetOf(run.Id))], Limit: null);

    private async Task<Run> BeginAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            // Under the lease nobody else replays this source: such a run was cut off, and this one does its work.
            await db.Runs.Where(cutOff => cutOff.Source == request.Name && cutOff.Status == RunStatus.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(cutOff => cutOff.Status, RunStatus.Stopped), cancellationToken);
            var run = new Run
            {
                Source = request.Name,
                Targets = [.. request.Targets.Select(target => target.ToString())],
                StartedAt = clock.GetUtcNow(),
                Parser = ParserVersion.Current,
            };
            db.Runs.Add(run);
            await db.SaveChangesAsync(cancellationToken);
            return run;
        }
    }

    private static async Task<ReplayedPage> CompareAsync(JournalDb db, PageOutcome page, CancellationToken cancellationToken)
    {
        var decided = (await DecidedUploads.LoadAsync(db, page, cancellationToken)).Apply(page);
        var films = decided.ToPublish.Select(video => (Video: video, Entry: PageRows.Entry(runId: 0, video))).ToList();
        var sent = await SentUpserts.FindAsync(db, [.. films.Select(film => film.Entry)], cancellationToken);
        return new ReplayedPage(
            decided,
            [
                .. from film in films
                   let before = sent.GetValueOrDefault((film.Entry.Source, film.Entry.ExternalId))
                   where before?.IsStill(film.Entry.Payload) != true
                   select new ReplayedFilm(film.Video, IsNew: before is null),
            ]);
    }
}

/// <summary>What came of the wish to send what is different.</summary>
/// <param name="Sent">Films put on their way.</param>
/// <param name="LeftOut">Films of which the same was sent before.</param>
/// <param name="Holder">Who runs the source instead; null when nobody did.</param>
internal sealed record ReplayPush(int RunId, int Sent, int LeftOut, Lease? Holder);

/// <param name="Differences">The films that are not what was last sent of them.</param>
internal sealed record ReplayedPage(PageOutcome Outcome, IReadOnlyList<ReplayedFilm> Differences);

/// <param name="IsNew">Nothing was ever sent of it.</param>
internal sealed record ReplayedFilm(JudgedVideo Video, bool IsNew);
