using Faults.Durability;
using Faults.Rig;
using Hosts;
using Metadata.Operations;
using Xunit.Abstractions;

namespace Faults.Disk;

/// <summary>A3: the n-th call to the disk fails, for each n until a batch needs no more calls.</summary>
public sealed class FailingCallTests(ITestOutputHelper output)
{
    private const int BatchSize = 5;

    [TraceFact]
    public Task A_failing_sync_fails_its_batch_by_name() =>
        EveryCallAsync("fdatasync,fsync", "error=EIO", 503, StorageFailure.Failed);

    [TraceFact]
    public Task A_failing_write_fails_its_batch_by_name() => EveryCallAsync("pwrite64", "error=EIO", 503, StorageFailure.Failed);

    [TraceFact]
    public Task A_write_without_space_fails_its_batch_by_name() => EveryCallAsync("pwrite64", "error=ENOSPC", 507, StorageFailure.Full);

    private async Task EveryCallAsync(string calls, string effect, int status, string name)
    {
        await using var installation = new Installation();
        await installation.StartAsync();
        var written = new List<Batch> { Batch.Of("first", 0, BatchSize) };
        Assert.Equal(200, (await installation.Api.PutAsync(written[0]))?.Status);
        var refused = 0;
        for (var call = 1; ; call = Next(call))
        {
            var batch = Batch.Of("failing", call, BatchSize);
            var (failures, answer) = await PutAsync(installation, batch, calls, effect, call);
            if (answer.Status != 200)
            {
                refused++;
                Assert.Equal((status, StorageFailure.TypePrefix + name), (answer.Status, answer.Problem));
                Assert.Equal(written.Count * BatchSize, await installation.Api.CountAsync());
                Assert.Equal(200, (await installation.Api.PutAsync(batch))?.Status);
            }

            written.Add(batch);
            Assert.Equal(written.Count * BatchSize, await installation.Api.CountAsync());
            if (failures == 0)
            {
                output.WriteLine($"{refused} batches refused; untouched from call {call} on");
                break;
            }
        }

        Assert.NotEqual(0, refused);
        await installation.Process.KillAsync();
        await Invariants.HoldAsync(installation);
        await installation.StartAsync();
        (await Reckoning.OfAsync(installation.Api, written)).IsExact();
    }

    private static async Task<(int Failures, Answer Answer)> PutAsync(
        Installation installation, Batch batch, string calls, string effect, int call)
    {
        await using var injection = await Injection.IntoAsync(installation.Process, calls, effect, call);
        var answer = await installation.Api.PutAsync(batch);
        Assert.NotNull(answer);
        return (await injection.EndAsync(), answer);
    }

    // Every call in the long form, ever fewer of the later ones in the suite.
    private static int Next(int call) => Rounds.Of(1) > 1 ? call + 1 : call + Math.Max(1, call / 3);
}
