using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>Finds in Quartz's store what nobody will ever fire: triggers taken by a process that is no more, or blocked by
/// nothing. Quartz recovers what a dead process has left, and now and then forgets some of it.</summary>
internal sealed partial class StuckTriggers(TimeProvider clock, ILogger<StuckTriggers> logger)
{
    private static readonly TimeSpan Patience = SchedulingServices.CheckIn * 2;

    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);

    /// <summary>Frees those that were stuck at every look for longer than two check-ins.</summary>
    public async Task RepairAsync(JournalDb db, CancellationToken cancellationToken)
    {
        var stuck = await FindAsync(db, cancellationToken);
        foreach (var free in _seen.Keys.Except(stuck, StringComparer.Ordinal).ToList())
        {
            _seen.Remove(free);
        }

        foreach (var name in stuck)
        {
            if (_seen.TryAdd(name, clock.GetTimestamp()) || clock.GetElapsedTime(_seen[name]) <= Patience)
            {
                continue;
            }

            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE qrtz_triggers SET trigger_state = 'WAITING'
                WHERE trigger_name = {name} AND trigger_state IN ('ACQUIRED', 'BLOCKED', 'ERROR')
                """,
                cancellationToken);
            _seen.Remove(name);
            LogFreed(name);
        }
    }

    private static Task<List<string>> FindAsync(JournalDb db, CancellationToken cancellationToken)
    {
        // Quartz counts in ticks since the year 1.
        var alive = (long)Patience.TotalSeconds;
        return db.Database.SqlQuery<string>(
            $"""
            SELECT t.trigger_name AS "Value" FROM qrtz_triggers t
            WHERE t.trigger_state IN ('ACQUIRED', 'BLOCKED', 'ERROR') AND NOT EXISTS (
                SELECT FROM qrtz_fired_triggers f JOIN qrtz_scheduler_state s ON s.instance_name = f.instance_name
                WHERE f.job_name = t.job_name AND t.trigger_state <> 'ERROR'
                AND s.last_checkin_time > (extract(epoch FROM clock_timestamp()) - {alive}) * 10000000 + 621355968000000000)
            """).ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The trigger {Trigger} was stuck without a living owner; it is free again.")]
    private partial void LogFreed(string trigger);
}
