using Npgsql;

namespace Faults.Scheduling;

/// <summary>The journal of all nodes, read past them.</summary>
internal sealed class SharedJournal(string connection)
{
    public async Task<IReadOnlyList<JobRun>> RunsAsync()
    {
        List<JobRun> runs = [];
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(
            """SELECT "Source", "Status", "StartedAt", "EndedAt" FROM "Runs" ORDER BY "Id" """);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            runs.Add(new JobRun(
                rows.GetString(0), rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2),
                rows.IsDBNull(3) ? null : rows.GetFieldValue<DateTimeOffset>(3)));
        }

        return runs;
    }

    public Task<long> WaitingAsync() => CountAsync("""SELECT count(*) FROM "Outbox" """);

    /// <summary>Triggers in Quartz's store that no living node is going to fire.</summary>
    public Task<long> StuckAsync() => CountAsync(
        """
        SELECT count(*) FROM qrtz_triggers t WHERE t.trigger_state IN ('ACQUIRED', 'BLOCKED', 'ERROR') AND NOT EXISTS (
            SELECT FROM qrtz_fired_triggers f JOIN qrtz_scheduler_state s ON s.instance_name = f.instance_name
            WHERE f.trigger_name = t.trigger_name
            AND s.last_checkin_time > (extract(epoch FROM clock_timestamp()) - 4) * 10000000 + 621355968000000000)
        """);

    public async Task<DateTimeOffset> NowAsync()
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT clock_timestamp()");
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

internal sealed record JobRun(string Job, string Status, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);
