using Faults.Rig;
using Hosts;
using Xunit.Abstractions;

namespace Faults.Migrating;

/// <summary>A7: a migration that is killed, and replicas that start together.</summary>
public sealed class KilledMigrationTests(ITestOutputHelper output)
{
    private const int Kills = 10;

    public static TheoryData<string> Databases => new("SQLite", "PostgreSQL");

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_migration_killed_at_any_moment_is_ended_by_the_next_start(string database)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var kill = 0; kill < Rounds.Of(Kills); kill++)
        {
            await using var installation = Install(database);
            await using (var killed = installation.Launch())
            {
                await Deadline.UntilAsync("the migration begins", () => killed.Output.Contains("Migration 1 of", StringComparison.Ordinal));
                await Task.Delay(random.Next(300));
                await killed.KillAsync();
            }

            await installation.StartAsync();

            Assert.Equal(200, (await installation.Api.PutAsync(Batch.Of("after", 0)))?.Status);
            Assert.Equal(50, await installation.Api.CountAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Replicas_that_start_together_all_answer_though_one_is_killed(string database)
    {
        await using var first = Install(database);
        await using var second = new Installation(first.Settings["ConnectionStrings__Movies"]) { Settings = { ["DataDirectory"] = first.DataDirectory } };
        await using var third = new Installation(first.Settings["ConnectionStrings__Movies"]) { Settings = { ["DataDirectory"] = first.DataDirectory } };
        var killed = first.Launch();
        second.Launch();
        third.Launch();
        await Deadline.UntilAsync("one migrates", () => new[] { first, second, third }
            .Any(replica => replica.Process.Output.Contains("Migration 1 of", StringComparison.Ordinal)));
        await killed.KillAsync();

        await Task.WhenAll(second.Process.AnswersAsync(), third.Process.AnswersAsync());

        Assert.Equal(200, (await second.Api.PutAsync(Batch.Of("after", 0)))?.Status);
        Assert.Equal(50, await third.Api.CountAsync());
    }

    private static Installation Install(string database) => new(database == "SQLite" ? "" : PostgresServer.Shared.CreateDatabase());
}
