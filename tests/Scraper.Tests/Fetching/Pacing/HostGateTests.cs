using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Fetching.Pacing;

namespace Scraper.Tests.Fetching.Pacing;

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
    public async Task A_host_that_answers_slowly_is_busy_with_us_for_half_of_the_time_at_most()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok) { TimeToAnswer = TimeSpan.FromSeconds(4) };

        await FetchManyAsync(host, 8);

        Assert.All(Gaps(host), gap => Assert.InRange(gap.TotalSeconds, 8, 10));
    }

    [Fact]
    public async Task A_host_that_recovers_is_asked_faster_step_by_step()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok) { TimeToAnswer = TimeSpan.FromSeconds(10) };
        using var factory = new PoliteHttpFactory(host, _clock, new NoJitter(), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);
        await FetchAsync(http);
        host.TimeToAnswer = TimeSpan.FromMilliseconds(100);

        for (var turn = 0; turn < 10; turn++)
        {
            await FetchAsync(http);
        }

        var gaps = Gaps(host);
        Assert.Equal(20, gaps[0].TotalSeconds, tolerance: 0.2);
        Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.True(pair.Second <= pair.First + TimeSpan.FromMilliseconds(100)));
        Assert.Equal(1, gaps[^1].TotalSeconds, tolerance: 0.2);
    }

    [Fact]
    public async Task Errors_that_come_quickly_do_not_make_us_faster()
    {
        var isDown = false;
        var host = new ScriptedHost(
            _clock, () => isDown ? ScriptedHost.Status(System.Net.HttpStatusCode.InternalServerError) : ScriptedHost.Ok())
        {
            TimeToAnswer = TimeSpan.FromSeconds(5),
        };
        using var factory = new PoliteHttpFactory(host, _clock, new NoJitter(), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);
        await FetchAsync(http);
        (isDown, host.TimeToAnswer) = (true, TimeSpan.Zero);

        await Record.ExceptionAsync(() => FetchAsync(http));

        Assert.All(Gaps(host), gap => Assert.True(gap >= TimeSpan.FromSeconds(10), $"{gap} after an error"));
    }

    [Fact]
    public async Task A_source_that_keeps_a_longer_delay_keeps_it_after_anothers_request()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok);
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        await FetchAsync(factory.Create(Scope, _meter));

        await FetchAsync(factory.Create(Scope with { Delay = TimeSpan.FromSeconds(9) }, _meter));

        Assert.InRange(Gaps(host).Single().TotalSeconds, 9, 9.2);
    }

    [Fact]
    public void A_clock_that_is_put_back_does_not_shut_the_host()
    {
        var ahead = Start + TimeSpan.FromHours(3);
        var pace = new Pace(ahead, ahead + TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Failures: 0);

        Assert.Equal(TimeSpan.FromSeconds(1), pace.WaitAt(Start, floor: TimeSpan.Zero));
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

    private sealed class NoJitter : Random
    {
        public override double NextDouble() => 0;
    }
}
