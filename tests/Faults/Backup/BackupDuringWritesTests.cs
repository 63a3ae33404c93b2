using Faults.Durability;
using Faults.Rig;
using Hosts;
using Xunit.Abstractions;

namespace Faults.Backup;

/// <summary>A8: a backup taken while neighbours write is one moment of the catalogue, and can be restored elsewhere.</summary>
public sealed class BackupDuringWritesTests(ITestOutputHelper output)
{
    private const int Writing = 4;
    private const int Backups = 2;

    public static TheoryData<string, string> Ways => new()
    {
        { "SQLite", "PostgreSQL" },
        { "PostgreSQL", "SQLite" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_backup_during_writes_restores_one_moment_of_the_catalogue(string from, string to)
    {
        await using var source = await StartAsync(from);
        await using var target = await StartAsync(to);
        var writers = new Writers(source.Api, Writing);
        writers.Start();
        for (var round = 0; round < Rounds.Of(Backups); round++)
        {
            await writers.MoreAsync(6);
            var before = writers.Acknowledged.Select(journal => journal.Batch).ToList();
            var backup = await source.Api.BackUpAsync();
            var during = writers.Acknowledged.Count - before.Count;

            await target.Api.RestoreAsync(backup);

            var restored = (await target.Api.UploadsAsync()).ToHashSet(StringComparer.Ordinal);
            Assert.All(before, batch => Assert.Superset(batch.Uploads.ToHashSet(StringComparer.Ordinal), restored));
            Assert.Empty(await TornAsync(writers, restored));
            await Invariants.HoldAsync(target);
            output.WriteLine($"{restored.Count} uploads restored; {during} batches were written during the backup");
        }

        await writers.StopAsync();
    }

    // Batches of which some uploads came along and others did not. More are answered meanwhile; those are whole or absent too.
    private static async Task<IReadOnlyList<string>> TornAsync(Writers writers, HashSet<string> restored)
    {
        await writers.MoreAsync(Writing);
        return [.. writers.Acknowledged.Select(journal => journal.Batch)
            .Where(batch => batch.Uploads.Count(restored.Contains) is var there && there > 0 && there < batch.Uploads.Count)
            .Select(batch => batch.Key)];
    }

    private static async Task<Installation> StartAsync(string database)
    {
        var installation = new Installation(database == "SQLite" ? "" : PostgresServer.Shared.CreateDatabase());
        await installation.StartAsync();
        return installation;
    }
}
