using Faults.Durability;
using Faults.Rig;
using Hosts;
using Xunit.Abstractions;

namespace Faults.PowerCut;

/// <summary>A2: what was acknowledged survives a power cut with SQLite.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private const int Writing = 4;
    private const int Cuts = 3;
    private const int BatchesBeforeCut = 10;

    [ImageFact]
    public async Task Acknowledged_batches_survive_power_cuts()
    {
        using var disk = new DiskImage();
        await using var installation = new Installation();
        await installation.StartAsync(disk.Mount(installation.DataDirectory));
        var writers = new Writers(installation.Api, Writing);
        writers.Start();
        for (var cut = 0; cut < Rounds.Of(Cuts); cut++)
        {
            await writers.MoreAsync(BatchesBeforeCut);
            await disk.CutAsync(installation.Process);
            await installation.StartAsync(disk.Mount(installation.DataDirectory));
        }

        await writers.StopAsync();
        (await Reckoning.OfAsync(installation.Api, writers.Acknowledged.Select(journal => journal.Batch))).IsExact();
        await Invariants.HoldAsync(installation, await installation.Process.SeenPathAsync(installation.DataDirectory));
        output.WriteLine($"{writers.Acknowledged.Count} batches acknowledged through {Rounds.Of(Cuts)} cuts");
    }

    [ImageFact]
    public async Task Control_without_syncing_the_log_a_power_cut_loses_acknowledged_batches()
    {
        using var disk = new DiskImage();
        await using var installation = new Installation();
        await installation.StartAsync(disk.Mount(installation.DataDirectory));
        await installation.Process.SignalAsync("TERM");
        await installation.Process.EndAsync();
        await installation.StartAsync(disk.Mount(installation.DataDirectory), NotSyncing($"{installation.MoviesFile}-wal"));
        var writers = new Writers(installation.Api, Writing);
        writers.Start();
        await writers.MoreAsync(BatchesBeforeCut);
        await disk.CutAsync(installation.Process);
        await installation.StartAsync(disk.Mount(installation.DataDirectory));
        await writers.StopAsync();

        var reckoning = await Reckoning.OfAsync(installation.Api, writers.Acknowledged.Select(journal => journal.Batch));

        Assert.NotEmpty(reckoning.Lost);
        output.WriteLine($"{reckoning.Lost.Count} acknowledged uploads lost, as expected");
    }

    // What SQLite's synchronous NORMAL does at a commit: nothing.
    private static string[] NotSyncing(string file) =>
    [
        "strace", "-D", "-f", "-qq", "-o", "/dev/null", "-P", file, "-e", "trace=fdatasync,fsync",
        "-e", "inject=fdatasync,fsync:retval=0",
    ];
}
