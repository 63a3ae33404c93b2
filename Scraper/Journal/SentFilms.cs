using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;

namespace Scraper.Journal;

/// <summary>Puts a run's films into the outbox, but for those of which the same was sent before.</summary>
/// <param name="resendAfter">See <see cref="JournalOptions.ResendAfter"/>; null for never.</param>
internal sealed class SentFilms(int runId, TimeSpan? resendAfter)
{
    private static readonly RowInsert OutboxInsert = new("Outbox", ["RunId", "Source", "ExternalId", "Payload", "IsHeld"]);

    /// <summary>Films put into the outbox.</summary>
    public int Sent { get; private set; }

    /// <summary>Films left out of it, because the same was sent before.</summary>
    public int LeftOut { get; private set; }

    /// <param name="areHeld">They wait for their run to be judged.</param>
    public async Task WriteAsync(
        JournalDb db, IEnumerable<JudgedVideo> films, bool areHeld, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entries = films.Select(film => PageRows.Entry(runId, film)).ToList();
        var since = resendAfter is { } age ? now - age : DateTimeOffset.MinValue;
        var changed = await SentUpserts.NoteAsync(db, entries, now, since, cancellationToken);
        await OutboxInsert.WriteAsync(
            db, changed.Select(entry => new object?[] { runId, entry.Source, entry.ExternalId, entry.Payload, areHeld }),
            cancellationToken);
        var unchanged = entries.Count - changed.Count;
        if (unchanged > 0)
        {
            await db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Unchanged, run => run.Unchanged + unchanged), cancellationToken);
        }

        (Sent, LeftOut) = (Sent + changed.Count, LeftOut + unchanged);
    }
}
