using Faults.Rig;
using Hosts;
using Xunit.Abstractions;

namespace Faults.Durability;

/// <summary>A1 and A6: what was acknowledged survives kill -9 of the service.</summary>
public sealed class KilledServiceTests(ITestOutputHelper output)
{
    private const int Writing = 4;
    private const int Kills = 5;

    public static TheoryData<string> Databases => new("SQLite", "PostgreSQL");

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Acknowledged_batches_survive_kill_9_whole_and_once(string database)
    {
        await using var installation = await StartAsync(database);
        var writers = new Writers(installation.Api, Writing);
        writers.Start();
        var random = new Random(Seed());
        for (var kill = 0; kill < Rounds.Of(Kills); kill++)
        {
            await writers.MoreAsync(random.Next(4, 12));
            await Task.Delay(random.Next(40));
            await installation.Process.KillAsync();
            await Invariants.HoldAsync(installation);
            await installation.StartAsync();
        }

        await writers.StopAsync();
        (await Reckoning.OfAsync(installation.Api, writers.Acknowledged.Select(journal => journal.Batch))).IsExact();
        await Invariants.HoldAsync(installation);
        output.WriteLine($"{writers.Acknowledged.Count} batches acknowledged through {Rounds.Of(Kills)} kills");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_repeated_batch_gets_its_first_answer_from_a_service_that_was_killed(string database)
    {
        await using var installation = await StartAsync(database);
        var writers = new Writers(installation.Api, Writing);
        writers.Start();
        await writers.MoreAsync(6);
        await writers.StopAsync();
        await installation.Process.KillAsync();
        await installation.StartAsync();

        foreach (var (batch, answer) in writers.Acknowledged)
        {
            Assert.Equal(answer, (await installation.Api.PutAsync(batch))!.Body);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Control_an_acknowledgement_before_the_commit_is_found_out(string database)
    {
        await using var installation = await StartAsync(database);
        await using var hasty = await HastyFront.StartAsync(installation);
        var writers = new Writers(hasty.Api, Writing);
        writers.Start();
        await writers.MoreAsync(8);
        await installation.Process.KillAsync();
        await writers.StopAsync();
        await installation.StartAsync();

        var reckoning = await Reckoning.OfAsync(installation.Api, writers.Acknowledged.Select(journal => journal.Batch));

        Assert.NotEmpty(reckoning.Lost);
    }

    private static async Task<Installation> StartAsync(string database)
    {
        var installation = new Installation(database == "SQLite" ? "" : PostgresServer.Shared.CreateDatabase());
        await installation.StartAsync();
        return installation;
    }

    private int Seed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return seed;
    }
}
