using Faults.Rig;
using Hosts;
using Xunit.Abstractions;

namespace Faults.Migrating;

/// <summary>A7: a migration that is killed, and replicas that start together.</summary>
public sealed class KilledMigrationTests(ITestOutputHelper output)
{
    private const int Kills = 4;

    // Ends of copies and migrations, and the two changes of names, the last of which ends the upgrade.
    private static readonly (string Calls, int Number)[] TurningPoints =
    [
        ("pwrite64", 1), ("pwrite64", 100), ("pwrite64", 400), ("fsync,fdatasync", 1), ("fsync,fdatasync", 4),
        ("rename,renameat,renameat2", 1), ("rename,renameat,renameat2", 2), ("rename,renameat,renameat2", 3),
    ];

    public static TheoryData<string> Databases => new("SQLite", "PostgreSQL");

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_first_start_killed_at_any_moment_is_ended_by_the_next(string database)
    {
        var random = Seeded();
        for (var kill = 0; kill < Rounds.Of(Kills); kill++)
        {
            await using var installation = Install(database);
            await KillWhileMigratingAsync(installation, random.Next((kill * 50) + 1));
            await installation.StartAsync();

            Assert.Equal(200, (await installation.Api.PutAsync(Batch.Of("after", 0)))?.Status);
            Assert.Equal(50, await installation.Api.CountAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_upgrade_killed_at_any_moment_loses_no_film(string database)
    {
        var random = Seeded();
        await using var installation = Install(database);
        await OlderCatalogue.MakeAsync(installation);
        var halfway = 0;
        for (var kill = 0; kill < Rounds.Of(Kills); kill++)
        {
            halfway += await KillWhileMigratingAsync(installation, random.Next((kill * 50) + 1)) ? 1 : 0;
        }

        await installation.StartAsync();

        Assert.NotEqual(0, halfway);
        Assert.Equal(OlderCatalogue.Films, await installation.Api.CountAsync());
        var ofGenre = await installation.Api.GetAsync($"movies?genre={OlderCatalogue.Genre}&pageSize=1");
        Assert.Contains($"\"total\":{OlderCatalogue.Films}", ofGenre.Body, StringComparison.Ordinal);
        output.WriteLine($"{halfway} of {Rounds.Of(Kills)} kills fell into the migration");
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

    [TraceFact]
    public async Task An_upgrade_killed_at_its_turning_points_loses_no_film()
    {
        await using var installation = Install("SQLite");
        await OlderCatalogue.MakeAsync(installation);
        foreach (var (calls, number) in TurningPoints)
        {
            await using var killed = installation.Launch(under: ["strace", "-D", "-f", "-qq", "-o", "/dev/null",
                "-e", $"trace={calls}", "-e", $"inject={calls}:signal=KILL:when={number}"]);
            await Deadline.UntilAsync(
                "it is killed or has nothing left to do", async () => killed.HasExited || await killed.IsLiveAsync(), () => killed.Output);
            output.WriteLine($"{calls} {number}: {(killed.HasExited ? "killed" : "not reached")}");
        }

        await installation.StartAsync();

        Assert.Equal(OlderCatalogue.Films, await installation.Api.CountAsync());
        Assert.NotEmpty(Directory.GetFiles(installation.DataDirectory, "*.backup"));
    }

    // False when there was nothing left to migrate, or it ended before the kill.
    private static async Task<bool> KillWhileMigratingAsync(Installation installation, int milliseconds)
    {
        await using var killed = installation.Launch();
        await Deadline.UntilAsync("the migration begins or is not needed", async () =>
            killed.Output.Contains("Migration 1 of", StringComparison.Ordinal) || await killed.IsLiveAsync());
        await Task.Delay(milliseconds);
        await killed.KillAsync();
        return killed.Output.Contains("Migration 1 of", StringComparison.Ordinal)
            && !killed.Output.Contains("Now listening", StringComparison.Ordinal);
    }

    private Random Seeded()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }

    private static Installation Install(string database) => new(database == "SQLite" ? "" : PostgresServer.Shared.CreateDatabase());
}
