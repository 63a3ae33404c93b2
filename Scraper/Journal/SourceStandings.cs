using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>Keeps how far each source can be relied on, over runs and processes.</summary>
internal sealed class SourceStandings(JournalStore store, JournalMigrator migrator, PausedJobs paused, TimeProvider clock)
{
    /// <summary>The sources of which there is something to say.</summary>
    public async Task<IReadOnlyList<SourceStanding>> ListAsync(CancellationToken cancellationToken)
    {
        if (!await migrator.IsCurrentAsync(cancellationToken))
        {
            return [];
        }

        var db = store.Open();
        await using (db)
        {
            var standings = await db.Standings.AsNoTracking().ToListAsync(cancellationToken);
            foreach (var pause in await db.PausedJobs.AsNoTracking().ToListAsync(cancellationToken))
            {
                var standing = standings.Find(known => known.Source == pause.Name);
                if (standing is null)
                {
                    standings.Add(standing = new SourceStanding { Source = pause.Name });
                }

                standing.PausedAt = pause.PausedAt;
            }

            return [.. standings.OrderBy(standing => standing.Source, StringComparer.Ordinal)];
        }
    }

    public async Task<SourceStanding> FindAsync(string source, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(standing => standing.Source == source)
        ?? new SourceStanding { Source = source };

    /// <summary>Lets the schedule run a source, unless it is paused or its rung has not passed. Of several that ask for a
    /// failing source one is let through; the others wait for another rung, as they do if that one dies.</summary>
    /// <returns>What stands against the run; null when nothing does.</returns>
    public async Task<SourceStanding?> TryOpenAsync(string source, CancellationToken cancellationToken)
    {
        var standing = await FindAsync(source, cancellationToken);
        var now = clock.GetUtcNow();
        if (standing.PausedAt is not null || standing.RetryAt > now)
        {
            return standing;
        }

        if (standing.RetryAt is not { } passed)
        {
            return null;
        }

        var next = now + BackOffLadder.WaitAt(standing.Step);
        var db = store.Open();
        await using (db)
        {
            var taken = await db.Standings
                .Where(seen => seen.Source == source && seen.RetryAt == passed)
                .ExecuteUpdateAsync(set => set.SetProperty(seen => seen.RetryAt, next), cancellationToken);
            return taken == 1 ? null : await FindAsync(source, cancellationToken);
        }
    }

    /// <summary>The source answered: it is as good as new.</summary>
    public Task NoteAnswerAsync(string source, CancellationToken cancellationToken) => ChangeAsync(
        source,
        standing => (standing.Step, standing.FailingSince, standing.Problem, standing.RetryAt) = (0, null, null, null),
        cancellationToken);

    /// <summary>The source failed: one rung up.</summary>
    /// <param name="wished">How long the host asked to be left alone.</param>
    public Task NoteFailureAsync(string source, string problem, TimeSpan? wished, CancellationToken cancellationToken) =>
        ChangeAsync(
            source,
            standing =>
            {
                var now = clock.GetUtcNow();
                standing.Step = Math.Min(standing.Step + 1, BackOffLadder.Top);
                standing.FailingSince ??= now;
                standing.Problem = StorableText.Of(problem);
                var wait = BackOffLadder.WaitAt(standing.Step);
                standing.RetryAt = now + (wished > wait ? wished.Value : wait);
            },
            cancellationToken);

    /// <summary>Keeps a source from the schedule until an editor resumes it.</summary>
    public async Task PauseAsync(string source, CancellationToken cancellationToken)
    {
        await migrator.EnsureCurrentAsync(cancellationToken);
        await paused.PauseAsync(source, cancellationToken);
    }

    /// <summary>Gives a source back to the schedule, from the bottom of the ladder.</summary>
    public async Task ResumeAsync(string source, CancellationToken cancellationToken)
    {
        await ChangeAsync(
            source, standing => standing.RetryAt = standing.RetryAt is null ? null : clock.GetUtcNow(), cancellationToken);
        await paused.ResumeAsync(source, cancellationToken);
    }

    private async Task ChangeAsync(string source, Action<SourceStanding> change, CancellationToken cancellationToken)
    {
        await migrator.EnsureCurrentAsync(cancellationToken);
        var db = store.Open();
        await using (db)
        {
            var standing = await db.Standings.SingleOrDefaultAsync(known => known.Source == source, cancellationToken);
            if (standing is null)
            {
                standing = new SourceStanding { Source = source };
                db.Standings.Add(standing);
            }

            change(standing);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
