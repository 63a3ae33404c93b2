using Faults.Rig;
using Hosts;
using Xunit.Abstractions;

namespace Faults.Scheduling;

/// <summary>E4, E5 and E8: several Scrapers on one journal, while their processes and their network fail.</summary>
public sealed class SharedScheduleTests(ITestOutputHelper output)
{
    private const int Faults = 6;

    // Longer than the leases, so that another node takes over.
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Through_kills_standstills_and_black_holes_every_job_is_done_once_at_a_time()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var cluster = await ScraperCluster.StartAsync(nodes: 3);
        var journal = cluster.Journal;
        await Deadline.UntilAsync("the first runs are done", () => AllDoneSinceAsync(journal, DateTimeOffset.MinValue));
        for (var fault = 0; fault < Rounds.Of(Faults); fault++)
        {
            await HurtAsync(cluster.Nodes[random.Next(cluster.Nodes.Count)], fault % 3);
            await Deadline.UntilAsync("no trigger is stuck", async () => await journal.StuckAsync() == 0);
        }

        var healed = await journal.NowAsync();
        await Deadline.UntilAsync("every job is done again", () => AllDoneSinceAsync(journal, healed));
        await Deadline.UntilAsync("the outbox is empty", async () => await journal.WaitingAsync() == 0);

        var (runs, writes) = (await journal.RunsAsync(), cluster.Front.Writes);
        Assert.All(runs.GroupBy(run => run.Job, StringComparer.Ordinal), OneAfterTheOther);
        Assert.All(writes.Where(write => write.Status == 200).GroupBy(write => write.Lease, StringComparer.Ordinal), NeverBackwards);
        await IsCompleteAsync(cluster);
        output.WriteLine(
            $"{Rounds.Of(Faults)} faults, {runs.Count} runs, {writes.Count} writes, {writes.Count(write => write.Status == 409)} refused as stale");
    }

    [Fact]
    public async Task A_sender_that_stood_still_in_the_middle_of_a_write_is_refused_and_nothing_is_lost_or_doubled()
    {
        await using var cluster = await ScraperCluster.StartAsync(nodes: 0);
        var held = cluster.Front.HoldNext();
        var (zombie, heir) = (cluster.NewNode(), cluster.NewNode());
        cluster.Nodes.AddRange([zombie, heir]);
        await zombie.StartAsync();
        await held;
        await zombie.Process.SignalAsync("STOP");
        await heir.StartAsync();
        await Deadline.UntilAsync("another node has written", () => cluster.Front.Writes.Any(write => write.Status == 200));

        cluster.Front.LetGo();
        await Deadline.UntilAsync("the write held is answered", () => cluster.Front.Writes.Any(write => write.Status == 409));
        await zombie.Process.SignalAsync("CONT");

        var refused = Assert.Single(cluster.Front.Writes, write => write.Status == 409);
        Assert.All(
            cluster.Front.Writes.Where(write => write.Lease == refused.Lease && write.Status == 200),
            write => Assert.True(write.Fencing > refused.Fencing));
        await Deadline.UntilAsync("every job is done", () => AllDoneSinceAsync(cluster.Journal, DateTimeOffset.MinValue));
        await Deadline.UntilAsync("the outbox is empty", async () => await cluster.Journal.WaitingAsync() == 0);
        await IsCompleteAsync(cluster);
    }

    private static async Task HurtAsync(ScraperNode node, int how)
    {
        switch (how)
        {
            case 0:
                await node.Process.KillAsync();
                await node.StartAsync();
                break;
            case 1:
                await node.Process.SignalAsync("STOP");
                await Task.Delay(Standstill);
                await node.Process.SignalAsync("CONT");
                break;
            default:
                node.Gate.Hold();
                await Task.Delay(Standstill);
                node.Gate.Open();
                break;
        }
    }

    private static async Task<bool> AllDoneSinceAsync(SharedJournal journal, DateTimeOffset moment)
    {
        var runs = await journal.RunsAsync();
        return ScraperCluster.Jobs.All(job => runs.Any(run => run.Job == job && run.Status == "Done" && run.StartedAt > moment));
    }

    private static void OneAfterTheOther(IGrouping<string, JobRun> runs)
    {
        foreach (var (before, after) in runs.Zip(runs.Skip(1)))
        {
            Assert.True(before.EndedAt is null || before.EndedAt <= after.StartedAt.AddSeconds(1), $"{before} overlaps {after}");
        }
    }

    private static void NeverBackwards(IGrouping<string, SeenWrite> writes)
    {
        foreach (var (before, after) in writes.Zip(writes.Skip(1)))
        {
            Assert.True(before.Fencing <= after.Fencing, $"{after} was taken after {before}");
        }
    }

    private static async Task IsCompleteAsync(ScraperCluster cluster)
    {
        var uploads = await cluster.Metadata.Api.UploadsAsync();
        Assert.Equal((ScraperCluster.Films, ScraperCluster.Films), (uploads.Count, uploads.Distinct(StringComparer.Ordinal).Count()));
    }
}
