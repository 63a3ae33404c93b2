using Faults.Durability;
using Faults.Rig;
using Metadata.Operations;

namespace Faults.Disk;

/// <summary>A4: a full disk stops writes by name, no read, and nothing once there is space again.</summary>
public sealed class FullDiskTests
{
    private const string Filler = "filler";
    private const int Size = 16;
    private const int Reads = 200;

    [MountFact]
    public async Task A_full_disk_fails_writes_by_name_and_no_read_and_heals_without_a_restart()
    {
        await using var installation = new Installation();
        await installation.StartAsync(Mount(installation.DataDirectory));
        var written = await WriteAsync(installation, batches: 6);
        var filler = await FillAsync(installation, installation.DataDirectory);

        var refused = await WriteUntilRefusedAsync(installation, written);
        var reads = await ReadAsync(installation);
        File.Delete(filler);
        var healed = await installation.Api.PutAsync(refused.Batch);

        Assert.Equal((507, StorageFailure.TypePrefix + StorageFailure.Full), (refused.Answer.Status, refused.Answer.Problem));
        Assert.All(reads, read => Assert.Equal(200, read.Status));
        Assert.Equal(200, healed?.Status);
        (await Reckoning.OfAsync(installation.Api, [.. written, refused.Batch])).IsExact();
    }

    [MountFact]
    public async Task Full_directories_for_logs_and_temporary_files_stop_nothing()
    {
        await using var installation = new Installation();
        var scratch = Directory.CreateDirectory(Path.Combine(installation.DataDirectory, "scratch")).FullName;
        installation.Settings["TMPDIR"] = scratch;
        installation.Settings["Logging__LogLevel__Default"] = "Trace";
        installation.Settings["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace";
        await installation.StartAsync(Mount(scratch), under: ["sh", "-c", $"exec \"$@\" >{scratch}/log 2>&1", "sh"]);
        await FillAsync(installation, scratch);

        var written = await WriteAsync(installation, batches: 6);
        var reads = await ReadAsync(installation);

        Assert.All(reads, read => Assert.Equal(200, read.Status));
        (await Reckoning.OfAsync(installation.Api, written)).IsExact();
    }

    private static string Mount(string directory) => $"mount -t tmpfs -o size={Size}m none {directory}";

    private static async Task<List<Batch>> WriteAsync(Installation installation, int batches)
    {
        var written = Enumerable.Range(0, batches).Select(number => Batch.Of("before", number)).ToList();
        foreach (var batch in written)
        {
            Assert.Equal(200, (await installation.Api.PutAsync(batch))?.Status);
        }

        return written;
    }

    // The space that SQLite has set aside takes a few batches more.
    private static async Task<(Batch Batch, Answer Answer)> WriteUntilRefusedAsync(Installation installation, List<Batch> written)
    {
        for (var number = 0; ; number++)
        {
            var batch = Batch.Of("after", number);
            var answer = await installation.Api.PutAsync(batch);
            Assert.NotNull(answer);
            if (answer.Status != 200)
            {
                return (batch, answer);
            }

            written.Add(batch);
        }
    }

    private static async Task<Answer[]> ReadAsync(Installation installation)
    {
        var reads = new List<Answer>();
        for (var number = 1; number <= Reads / 4; number++)
        {
            reads.AddRange(await Task.WhenAll(
                installation.Api.GetAsync($"movies?page={number}&sort=title&pageSize=7"),
                installation.Api.GetAsync($"movies/{number}"),
                installation.Api.GetAsync($"movies?q=бал&yearFrom={1900 + number}"),
                installation.Api.GetAsync($"facets?yearTo={1900 + number}")));
        }

        return [.. reads];
    }

    private static async Task<string> FillAsync(Installation installation, string directory)
    {
        var path = await installation.Process.SeenPathAsync(Path.Combine(directory, Filler));
        await using var filler = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(page);
            }
        }
        catch (IOException)
        {
            // That is the point.
            return path;
        }
    }
}
