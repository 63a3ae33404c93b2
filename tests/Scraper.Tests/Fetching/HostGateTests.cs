using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;

namespace Scraper.Tests.Fetching;

public sealed class HostGateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Page = new("https://rutube.ru/api/search/video/?query=1&page=1");
    private static readonly FetchScope Scope = new(new Uri("https://rutube.ru"), TimeSpan.FromSeconds(1));

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly FetchMeter _meter = new();

    [Fact]
    public async Task Requests_to_one_host_start_no_closer_than_the_delay()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok);

        await FetchManyAsync(host, 50);

        var gaps = Gaps(host);
        Assert.All(gaps, gap => Assert.InRange(gap, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.25)));
        Assert.True(gaps.Distinct().Count() > 10, "The requests come like a metronome.");
    }

    [Fact]
    public async Task A_host_that_answers_slowly_is_given_a_rest_as_long()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok) { TimeToAnswer = TimeSpan.FromSeconds(4) };

        await FetchManyAsync(host, 5);

        Assert.All(Gaps(host), gap => Assert.Equal(TimeSpan.FromSeconds(5), gap));
    }

    [Fact]
    public async Task Two_sources_at_one_host_share_its_gate()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok);
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var one = factory.Create(Scope, _meter);
        var other = factory.Create(Scope, new FetchMeter());

        await VirtualTime.RunAsync(_clock, async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                await one.GetBytesAsync(Page, CancellationToken.None);
                await other.GetBytesAsync(Page, CancellationToken.None);
            }

            return true;
        });

        Assert.All(Gaps(host), gap => Assert.True(gap >= Scope.Delay, $"{gap} is closer than the delay."));
        Assert.Equal(10, _meter.Requests);
    }

    private Task<FetchedBody> FetchAsync(PoliteHttp http) =>
        VirtualTime.RunAsync(_clock, () => http.GetBytesAsync(Page, CancellationToken.None));

    private async Task FetchManyAsync(ScriptedHost host, int times)
    {
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);
        for (var done = 0; done < times; done++)
        {
            await FetchAsync(http);
        }
    }

    private static List<TimeSpan> Gaps(ScriptedHost host) =>
        [.. host.Asked.Zip(host.Asked.Skip(1), (before, after) => after.At - before.At)];
}
