using Scraper.Publishing;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Publishing;

public sealed class OutboxDrainTests
{
    [Fact]
    public async Task A_run_that_finds_nothing_new_still_waits_for_what_earlier_runs_have_left()
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.Delay = TimeSpan.FromMilliseconds(20);
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 150));
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);
        await parts.CollectAsync(source);
        var again = (await parts.CollectAsync(source)).Run!;
        using var stop = new CancellationTokenSource();
        var sending = parts.Get<OutboxSender>().RunAsync(stop.Token);

        var waiting = await parts.Get<OutboxDrain>().WaitAsync(CancellationToken.None);

        await stop.CancelAsync();
        await sending;
        Assert.Equal((150, 0, 150), (again.Unchanged, waiting, metadata.Stored.Count));
    }
}
