using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;
using Scraper.Collecting.Drift;
using Scraper.Recording;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>A run as the journal keeps it. A page, its films, its rejects and its counts stand or fall together, and
/// only while the lease is held.</summary>
internal sealed class JournaledRun(JournalStore store, HeldLease lease, Run run, RunParts parts, TimeProvider clock) : IRunBook
{
    private readonly PageProgress _progress = new();
    private int _lastPage;
    private int _films = run.Films;
    private int _roomUntil;

    public int Id => run.Id;

    public int Seen { get; private set; } = run.Seen;

    public int Films => Volatile.Read(ref _films);

    /// <summary>What of its films was put into the outbox since the run was taken up.</summary>
    public SentFilms Outbox => parts.Outbox;

    public int PagesKept => _progress.PagesKept;

    /// <summary>Goes on after a page that an earlier process kept.</summary>
    public void TakeUp(RunPage page, string form)
    {
        _lastPage = page.Number;
        _progress.Add(page.Target, page.NextCursor, page.Failure is not null);
        if (page.Profile is { } profile)
        {
            parts.Assessment.Add(page.Target, form, Profile.Read(profile), page.NewestPublishedAt);
        }
    }

    public async Task<IReadOnlyDictionary<string, Sighting>> RecallAsync(
        SourceTarget target, IReadOnlyCollection<string> videoKeys, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var seen = await SeenVideos.RecallAsync(db, run.Source, videoKeys, cancellationToken);
            return seen.ToDictionary(
                video => video.Key,
                video => parts.Assessment.Targets.Sighting(target.ToString(), video.Value.First, video.Value.Last),
                StringComparer.Ordinal);
        }
    }

    public TargetProgress ProgressOf(SourceTarget target) => _progress.Of(target.ToString());

    public TargetWalk WalkOf(SourceTarget target) => parts.Assessment.Targets.WalkOf(target.ToString());

    public async Task KeepAsync(PageOutcome page, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = new PageRows(Id, now);
        var row = rows.Page(page, _lastPage + 1);
        var fetched = parts.Recording?.TakeFetched() ?? [];
        var decided = page;
        await lease.WriteAsync(
            async db =>
            {
                var uploads = await DecidedUploads.LoadAsync(db, page, cancellationToken);
                decided = uploads.Apply(page);
                await uploads.ClearOpenAsync(db, cancellationToken);
                db.Pages.Add(row);
                db.Rejects.AddRange(decided.Failures.Select(failure => rows.Reject(failure, row.Number)));
                db.Review.AddRange(decided.Videos.Where(video => video.Verdict.NeedsReview).Select(rows.ReviewItem));
                await parts.Outbox.WriteAsync(
                    db, decided.ToPublish, parts.Assessment.Holds(page.Target.Form), now, cancellationToken);
                await FetchedUrls.ReplaceAsync(db, fetched, cancellationToken);
                await SeenVideos.NoteAsync(db, run, row.Target, page.VideoKeys, now, cancellationToken);
                await parts.Tally.CountAsync(db, decided, cancellationToken);
            },
            cancellationToken);
        _lastPage++;
        Seen += decided.Seen;
        Volatile.Write(ref _films, _films + decided.Films);
        _progress.Add(row.Target, row.NextCursor, row.Failure is not null);
        if (page.Profile is { } profile)
        {
            parts.Assessment.Add(row.Target, page.Target.Form, profile, page.NewestPublishedAt);
        }
    }

    public async Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        if (Films >= _roomUntil)
        {
            _roomUntil = Films + await parts.Room.WaitAsync(run.Source, cancellationToken);
        }
    }

    /// <returns>The run as it stands in the journal.</returns>
    public async Task<Run> EndAsync(RunEnd end, CancellationToken cancellationToken)
    {
        Run? ended = null;
        await lease.WriteAsync(
            async db =>
            {
                if (end.Failure is { } failure)
                {
                    db.Rejects.Add(new PageRows(Id, clock.GetUtcNow()).Reject(failure, pageNumber: null));
                }

                await parts.Tally.CountAsync(db, page: null, cancellationToken);
                var (settled, verdict) = await parts.Assessment.SettleAsync(db, end, _progress.Of, cancellationToken);
                ended = await db.Runs.SingleAsync(row => row.Id == Id, cancellationToken);
                (ended.Status, ended.EndedAt, ended.Message) = (settled.Status, clock.GetUtcNow(), settled.Message);
                (ended.Drift, ended.DriftReasons) = (verdict?.Level, verdict?.Reasons.Select(StorableText.Of).ToList() ?? []);
            },
            cancellationToken);
        return ended!;
    }
}

/// <summary>What a run is kept with.</summary>
/// <param name="Recording">Null for a run that asks no host.</param>
internal sealed record RunParts(
    RunTally Tally, RunAssessment Assessment, SentFilms Outbox, OutboxRoom Room, RunRecording? Recording);
