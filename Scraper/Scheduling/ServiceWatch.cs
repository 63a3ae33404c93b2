using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>Looks after what the schedule stands on: the clock, the service's sign of life, and the triggers in Quartz's
/// store.</summary>
internal sealed class ServiceWatch(
    JournalStore store, JournalClock time, ServicePresence presence, StuckTriggers triggers, TimeProvider clock) : IDisposable
{
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(1), clock);

    public ValueTask<bool> NextAsync(CancellationToken cancellationToken) => _timer.WaitForNextTickAsync(cancellationToken);

    /// <returns>Why nothing may be run at present; null when all is well.</returns>
    public async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            await time.ReadAsync(db, cancellationToken);
            if (time.IsAstray)
            {
                await presence.DisposeAsync();
                return new ClockAstrayException(time.Skew).Message;
            }

            if (await presence.ShowAsync(cancellationToken) && db is PostgresJournalDb)
            {
                await triggers.RepairAsync(db, cancellationToken);
            }

            return null;
        }
    }

    public void Dispose() => _timer.Dispose();
}
