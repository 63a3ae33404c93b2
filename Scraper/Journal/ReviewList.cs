using Metadata.Client;
using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>The uploads in doubt and what editors decide of them.</summary>
internal sealed class ReviewList(JournalStore store, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>A page of those that nobody has decided on, newest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<ReviewItem> Items, int Total)> ListOpenAsync(int page, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var open = db.Review.AsNoTracking().Where(item => item.Decision == null);
            var items = await open.OrderByDescending(item => item.Id)
                .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            return (items, await open.CountAsync(cancellationToken));
        }
    }

    public async Task<ReviewItem?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.Review.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        }
    }

    /// <summary>Sends the upload on its way as a film.</summary>
    /// <returns>False when somebody has decided meanwhile.</returns>
    public async Task<bool> AcceptAsync(
        ReviewItem item, string payload, int? intoMovieId, EditorNote note, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await using (transaction)
            {
                if (!await DecideAsync(db, item.Id, ReviewDecision.Accepted, intoMovieId, note, cancellationToken))
                {
                    return false;
                }

                // An editor's film is sent in its own words; the next run says what the source says.
                await SentUpserts.ForgetAsync(db, item.Source, item.ExternalId, cancellationToken);
                db.Outbox.Add(new OutboxEntry
                {
                    RunId = item.RunId,
                    Source = item.Source,
                    ExternalId = item.ExternalId,
                    Payload = payload,
                    ReviewId = item.Id,
                });
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }
        }
    }

    /// <summary>Remembers that the upload is no film.</summary>
    /// <returns>False when somebody has decided meanwhile.</returns>
    public async Task<bool> RejectAsync(int id, EditorNote note, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await DecideAsync(db, id, ReviewDecision.Rejected, intoMovieId: null, note, cancellationToken);
        }
    }

    /// <summary>Keeps which film an accepted upload became part of.</summary>
    public async Task KeepMovieAsync(int id, int? movieId, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            await db.Review.Where(item => item.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.MovieId, movieId), cancellationToken);
        }
    }

    /// <summary>Metadata would not take an accepted upload: it is in doubt again, and says why.</summary>
    public async Task ReopenAsync(int id, string reason, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            if (await db.Review.SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is { } item)
            {
                (item.Decision, item.DecidedAt, item.DecidedBy, item.DecisionReason, item.IntoMovieId) = (null, null, null, null, null);
                item.Reasons = [StorableText.Of(reason), .. item.Reasons];
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task<bool> DecideAsync(
        JournalDb db, int id, ReviewDecision decision, int? intoMovieId, EditorNote note, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (actor, reason) = (note.Actor, note.Reason);
        return await db.Review.Where(item => item.Id == id && item.Decision == null).ExecuteUpdateAsync(
            set => set.SetProperty(item => item.Decision, decision)
                .SetProperty(item => item.DecidedAt, now)
                .SetProperty(item => item.DecidedBy, actor)
                .SetProperty(item => item.DecisionReason, reason)
                .SetProperty(item => item.IntoMovieId, intoMovieId),
            cancellationToken) == 1;
    }
}
