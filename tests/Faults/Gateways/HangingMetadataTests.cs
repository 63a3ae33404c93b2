using System.Diagnostics;
using Faults.Rig;

namespace Faults.Gateways;

/// <summary>The only Metadata there is stops in its tracks, with all its connections open.</summary>
public class HangingMetadataTests
{
    private const int Visitors = 50;

    [Fact]
    public async Task Every_visitor_is_answered_in_time_and_the_first_after_it_goes_on_gets_films()
    {
        await using var metadata = new Installation();
        await metadata.StartAsync();
        await using var gateway = await GatewayInstallation.StartAsync(metadata.Address);
        Assert.Equal(200, await gateway.AskAsync(1));

        await metadata.Process.SignalAsync("STOP");
        var waits = await Task.WhenAll(Enumerable.Range(2, Visitors).Select(async number =>
        {
            var started = Stopwatch.GetTimestamp();
            Assert.InRange(await gateway.AskAsync(number), 503, 504);
            return Stopwatch.GetElapsedTime(started);
        }));
        await metadata.Process.SignalAsync("CONT");

        Assert.All(waits, wait => Assert.InRange(wait.TotalSeconds, 0, 2.5));
        var asked = Visitors + 2;
        await Deadline.UntilAsync("films are shown again", async () => await gateway.AskAsync(asked++) == 200);
    }
}
