using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;
using Scraper.Fetching;
using Scraper.Recording;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>A run as the journal keeps it. A page, its films, its rejects and its counts stand or fall together, and
/// only while the lease is held.</summary>
internal sealed class JournaledRun : IRunBook
{
    private readonly JournalStore _store;
    private readonly HeldLease _lease;
    private readonly FetchMeter _meter;
    private readonly RunRecording? _recording;
    private readonly TimeSpan? _resendAfter;
    private readonly TimeProvider _clock;
    private readonly PageProgress _progress = new();
    private int _lastPage;
    private (int Requests, int Retries, long Bytes, int NotModified) _counted;

    private JournaledRun(JournalStore store, HeldLease lease, Run run, RunMeans means, TimeProvider clock)
    {
        (_store, _lease, _clock) = (store, lease, clock);
        (_meter, _recording, _resendAfter) = (means.Meter, means.Recording, means.ResendAfter);
        (Id, Seen, Films) = (run.Id, run.Seen, run.Films);
    }

    public int Id { get; }

    public int Seen { get; private set; }

    public int Films { get; private set; }

    /// <summary>Films put into the outbox since it was opened.</summary>
    public int Sent { get; private set; }

    /// <summary>Films left out of it, because the same was sent before.</summary>
    public int LeftOut { get; private set; }

    public int PagesKept => _progress.PagesKept;

    /// <summary>Takes up a run where its pages end; a new run has none.</summary>
    public static async Task<JournaledRun> OpenAsync(
        JournalStore store, HeldLease lease, Run run, RunMeans means, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var opened = new JournaledRun(store, lease, run, means, clock);
        var db = store.Open();
        await using (db)
        {
            var pages = db.Pages.AsNoTracking().Where(page => page.RunId == run.Id).OrderBy(page => page.Number);
            await foreach (var page in pages.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                opened._lastPage = page.Number;
                opened._progress.Add(page.Target, page.NextCursor, page.Failure is not null, page.VideoKeys);
            }
        }

        return opened;
    }

    public bool Knows(string videoKey) => _progress.Knows(videoKey);

    public TargetProgress ProgressOf(SourceTarget target) => _progress.Of(target);

    public async Task KeepAsync(PageOutcome page, CancellationToken cancellationToken)
    {
        var rows = new PageRows(Id, _clock.GetUtcNow());
        var row = rows.Page(page, _lastPage + 1);
        var fetched = _recording?.TakeFetched() ?? [];
        var decided = page;
        var leftOut = 0;
        await _lease.WriteAsync(
            async db =>
            {
                decided = await DecidedUploads.ApplyAsync(db, page, cancellationToken);
                db.Pages.Add(row);
                leftOut = await SendChangedAsync(db, [.. decided.ToPublish.Select(rows.Entry)], cancellationToken);
                await ReplaceFetchedAsync(db, fetched, cancellationToken);
                db.Rejects.AddRange(decided.Failures.Select(rows.Reject));
                await rows.ReplaceReviewAsync(db, decided, cancellationToken);
                await CountAsync(db, decided, cancellationToken);
            },
            cancellationToken);
        _lastPage++;
        (Seen, Films) = (Seen + decided.Seen, Films + decided.Films);
        (Sent, LeftOut) = (Sent + decided.ToPublish.Count() - leftOut, LeftOut + leftOut);
        _progress.Add(row.Target, row.NextCursor, row.Failure is not null, row.VideoKeys);
    }

    public Task EndAsync(RunEnd end, CancellationToken cancellationToken) => _lease.WriteAsync(
        async db =>
        {
            if (end.Failure is { } failure)
            {
                db.Rejects.Add(new PageRows(Id, _clock.GetUtcNow()).Reject(failure));
            }

            await CountAsync(db, page: null, cancellationToken);
            var ended = _clock.GetUtcNow();
            await db.Runs.Where(run => run.Id == Id).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Status, end.Status)
                    .SetProperty(run => run.EndedAt, ended)
                    .SetProperty(run => run.Message, end.Message),
                cancellationToken);
        },
        cancellationToken);

    /// <returns>How many were left out.</returns>
    private async Task<int> SendChangedAsync(
        JournalDb db, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var since = _resendAfter is { } age ? now - age : DateTimeOffset.MinValue;
        var unchanged = await SentUpserts.AddChangedAsync(db, entries, now, since, cancellationToken);
        if (unchanged > 0)
        {
            await db.Runs.Where(run => run.Id == Id).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Unchanged, run => run.Unchanged + unchanged), cancellationToken);
        }

        return unchanged;
    }

    private static async Task ReplaceFetchedAsync(
        JournalDb db, IReadOnlyList<FetchedUrl> fetched, CancellationToken cancellationToken)
    {
        if (fetched.Count > 0)
        {
            var (source, keys) = (fetched[0].Source, fetched.Select(url => url.Key).ToList());
            await db.FetchedUrls.Where(url => url.Source == source && keys.Contains(url.Key))
                .ExecuteDeleteAsync(cancellationToken);
            db.FetchedUrls.AddRange(fetched);
        }
    }

    private async Task CountAsync(JournalDb db, PageOutcome? page, CancellationToken cancellationToken)
    {
        var (requests, retries, bytes, notModified) = (
            _meter.Requests, _meter.Retries, _meter.Bytes, _meter.NotModified);
        var (newRequests, newRetries, newBytes, newNotModified) = (
            requests - _counted.Requests, retries - _counted.Retries, bytes - _counted.Bytes,
            notModified - _counted.NotModified);
        await db.Runs.Where(run => run.Id == Id).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Requests, run => run.Requests + newRequests)
                .SetProperty(run => run.Retries, run => run.Retries + newRetries)
                .SetProperty(run => run.Bytes, run => run.Bytes + newBytes)
                .SetProperty(run => run.NotModified, run => run.NotModified + newNotModified),
            cancellationToken);
        if (page is not null)
        {
            await CountVideosAsync(db, page, cancellationToken);
        }

        _counted = (requests, retries, bytes, notModified);
    }

    private Task<int> CountVideosAsync(JournalDb db, PageOutcome page, CancellationToken cancellationToken)
    {
        var (seen, films, review) = (page.Seen, page.Films, page.Review);
        var (episodes, trailers, other) = (
            page.Sure(VideoKind.Episode), page.Sure(VideoKind.Trailer), page.Sure(VideoKind.Other));
        return db.Runs.Where(run => run.Id == Id).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Seen, run => run.Seen + seen)
                .SetProperty(run => run.Films, run => run.Films + films)
                .SetProperty(run => run.Review, run => run.Review + review)
                .SetProperty(run => run.Episodes, run => run.Episodes + episodes)
                .SetProperty(run => run.Trailers, run => run.Trailers + trailers)
                .SetProperty(run => run.Other, run => run.Other + other),
            cancellationToken);
    }
}
