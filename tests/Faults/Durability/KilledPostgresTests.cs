using System.Globalization;
using Faults.Rig;
using Hosts;
using Metadata.Operations;
using Npgsql;
using Xunit.Abstractions;

namespace Faults.Durability;

/// <summary>A5: PostgreSQL is killed under the service.</summary>
public sealed class KilledPostgresTests(ITestOutputHelper output)
{
    private const int Writing = 4;
    private const int Kills = 4;

    [Fact]
    public async Task Acknowledged_batches_survive_kills_of_the_server_and_of_its_backends()
    {
        using var server = PostgresServer.StartDurable();
        await using var installation = new Installation(server.CreateDatabase());
        await installation.StartAsync();
        var writers = new Writers(installation.Api, Writing);
        writers.Start();
        for (var kill = 0; kill < Rounds.Of(Kills); kill++)
        {
            await writers.MoreAsync(6);
            if (kill % 2 == 0)
            {
                await KillBackendAsync(installation);
            }
            else
            {
                server.Kill();
                await Deadline.UntilAsync("a write is refused", () => writers.Refusals.Any(refusal => refusal.Status == 503));
                server.StartAgain();
            }
        }

        await writers.MoreAsync(6);
        await writers.StopAsync();
        (await Reckoning.OfAsync(installation.Api, writers.Acknowledged.Select(journal => journal.Batch))).IsExact();
        await Invariants.HoldAsync(installation);
        Assert.All(writers.Refusals, refusal =>
        {
            Assert.Equal((503, StorageFailure.TypePrefix + StorageFailure.Failed), (refusal.Status, refusal.Problem));
            Assert.NotNull(refusal.RetryAfter);
        });
        output.WriteLine($"{writers.Acknowledged.Count} batches acknowledged, {writers.Refusals.Count} writes refused, {Rounds.Of(Kills)} kills");
    }

    [Fact]
    public async Task Control_a_server_that_answers_before_it_syncs_and_loses_its_log_is_found_out()
    {
        using var server = PostgresServer.StartDurable("-c synchronous_commit=off -c wal_writer_delay=10s");
        await using var installation = new Installation(server.CreateDatabase());
        await installation.StartAsync();
        var writers = new Writers(installation.Api, 1);
        writers.Start();
        await writers.MoreAsync(2);
        server.Kill();
        server.StartAgain();
        await writers.StopAsync();

        var reckoning = await Reckoning.OfAsync(installation.Api, writers.Acknowledged.Select(journal => journal.Batch));

        Assert.NotEmpty(reckoning.Lost);
    }

    // The server ends all backends and recovers when one was killed, for their shared memory may be broken.
    private static async Task KillBackendAsync(Installation installation)
    {
        await using var connection = new NpgsqlConnection($"{installation.Settings["ConnectionStrings__Movies"]};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1", connection);
        var backend = (int)(await command.ExecuteScalarAsync())!;
        Machine.Run("kill", "-9", backend.ToString(CultureInfo.InvariantCulture));
    }
}
