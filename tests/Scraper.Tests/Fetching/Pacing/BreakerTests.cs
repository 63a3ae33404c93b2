using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Fetching.Pacing;
using Scraper.Sources;

namespace Scraper.Tests.Fetching.Pacing;

public sealed class BreakerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Page = new("https://rutube.ru/api/search/video/?query=1&page=1");
    private static readonly FetchScope Scope = new(new Uri("https://rutube.ru"), TimeSpan.FromSeconds(1));

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly FetchMeter _meter = new();

    /// <summary>Ten minutes of trouble at the host, and a caller that never gives up.</summary>
    [Theory]
    [InlineData("503", 9)]
    [InlineData("hang", 9)]
    [InlineData("reset", 9)]
    [InlineData("429", 20)]
    public async Task A_caller_that_never_gives_up_does_not_reach_a_failing_host(string fault, int most)
    {
        var isDown = true;
        var host = new ScriptedHost(_clock, () => !isDown ? ScriptedHost.Ok() : fault switch
        {
            "503" => ScriptedHost.Status(HttpStatusCode.ServiceUnavailable),
            "429" => ScriptedHost.TooMany("30"),
            "hang" => throw new TaskCanceledException("never reached: the answer takes longer than anybody waits"),
            _ => throw new HttpRequestException("Connection reset by peer"),
        });
        host.TimeToAnswer = fault == "hang" ? TimeSpan.FromHours(1) : TimeSpan.Zero;
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        while (_clock.GetUtcNow() < Start + TimeSpan.FromMinutes(10))
        {
            await Assert.ThrowsAsync<SourceException>(() => FetchAsync(factory.Create(Scope, new FetchMeter())));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var asked = host.Asked.Count;
        (isDown, host.TimeToAnswer) = (false, TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromMinutes(15));
        await FetchAsync(factory.Create(Scope, _meter));

        Assert.InRange(asked, Breaker.Failures, most);
    }

    [Fact]
    public async Task A_host_that_fails_five_times_in_a_row_is_left_alone()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Status(HttpStatusCode.BadGateway));
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);

        for (var page = 0; page < 40; page++)
        {
            await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));
        }

        Assert.Equal(Breaker.Failures, host.Asked.Count);
    }

    [Fact]
    public async Task After_a_break_one_request_tries_and_its_answer_decides()
    {
        var isDown = true;
        var host = new ScriptedHost(
            _clock, () => isDown ? ScriptedHost.Status(HttpStatusCode.BadGateway) : ScriptedHost.Ok());
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);
        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));
        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));
        var triedOnce = host.Asked.Count;
        _clock.Advance(TimeSpan.FromMinutes(1));
        var stillShut = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));
        _clock.Advance(TimeSpan.FromMinutes(1));
        isDown = false;
        await FetchAsync(http);
        await FetchAsync(http);

        Assert.Equal(Breaker.Failures + 1, triedOnce);
        Assert.InRange(stillShut.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal(Breaker.Failures + 3, host.Asked.Count);
    }

    [Fact]
    public async Task A_source_that_was_failing_is_asked_once_before_anything_else()
    {
        var host = new ScriptedHost(
            _clock, () => ScriptedHost.Status(HttpStatusCode.BadGateway), ScriptedHost.Ok,
            () => ScriptedHost.Status(HttpStatusCode.BadGateway), ScriptedHost.Ok);
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, new FetchMeter { IsProbing = true });

        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));
        Assert.Single(host.Asked);
        await FetchAsync(http);
        await FetchAsync(http);

        Assert.Equal(4, host.Asked.Count);
    }

    private Task<FetchedBody> FetchAsync(PoliteHttp http) =>
        VirtualTime.RunAsync(_clock, () => http.GetBytesAsync(Page, CancellationToken.None));
}
