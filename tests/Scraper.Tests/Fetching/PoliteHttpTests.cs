using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

public sealed class PoliteHttpTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Page = new("https://rutube.ru/api/search/video/?query=1&page=1");
    private static readonly FetchScope Scope = new(new Uri("https://rutube.ru"), TimeSpan.FromSeconds(1));

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly FetchMeter _meter = new();

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task What_may_pass_is_asked_again(HttpStatusCode status)
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Status(status), () => ScriptedHost.Status(status), ScriptedHost.Ok);

        var answer = await FetchAsync(host);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((3, 2), (_meter.Requests, _meter.Retries));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData((HttpStatusCode)451)]
    public async Task What_will_not_pass_is_asked_once(HttpStatusCode status)
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Status(status));

        var answer = await FetchAsync(host);

        Assert.Equal(status, answer.Status);
        Assert.Equal((1, 0), (_meter.Requests, _meter.Retries));
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again_and_then_told()
    {
        var host = new ScriptedHost(_clock, () => throw new HttpRequestException("Connection refused"));

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(host));

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
        Assert.Contains("Connection refused", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1 + RetryRules.MaxRetries, host.Asked.Count);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Sun, 01 Mar 2026 12:00:07 GMT")]
    public async Task Retry_after_is_obeyed(string retryAfter)
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.TooMany(retryAfter), ScriptedHost.Ok);

        await FetchAsync(host);

        Assert.Equal(TimeSpan.FromSeconds(7), Gaps(host).Single());
    }

    [Fact]
    public async Task A_retry_after_longer_than_a_run_can_wait_ends_it_and_is_told()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.TooMany("3600"), ScriptedHost.Ok);
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);

        var first = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));
        var second = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));

        Assert.Equal((SourceFailure.RateLimited, TimeSpan.FromHours(1)), (first.Failure, first.RetryAfter));
        Assert.Equal(SourceFailure.RateLimited, second.Failure);
        Assert.InRange(second.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.Single(host.Asked);
    }

    [Fact]
    public async Task Too_many_requests_to_the_end_are_told_as_such()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.TooMany("2"));

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(host));

        Assert.Equal((SourceFailure.RateLimited, TimeSpan.FromSeconds(2)), (failure.Failure, failure.RetryAfter));
    }

    [Fact]
    public async Task Back_off_grows_and_stays_below_its_ceiling()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Status(HttpStatusCode.InternalServerError));

        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(host));

        var gaps = Gaps(host);
        Assert.All(gaps.Zip([1.25, 2, 4]), pair => Assert.InRange(pair.First.TotalSeconds, 1, pair.Second));
    }

    [Fact]
    public async Task A_host_that_fails_all_the_time_uses_up_the_retries_of_the_run()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Status(HttpStatusCode.BadGateway));
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);

        for (var page = 0; page < 40; page++)
        {
            await Assert.ThrowsAsync<SourceException>(() => FetchAsync(http));
        }

        Assert.InRange(_meter.Retries, 10, 16);
        Assert.Equal(host.Asked.Count, _meter.Requests);
    }

    [Fact]
    public async Task A_hanging_host_is_left_after_thirty_seconds()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok) { TimeToAnswer = TimeSpan.FromHours(1) };

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(host));

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.All(Gaps(host), gap => Assert.InRange(gap.TotalSeconds, 30, 35));
    }

    [Fact]
    public async Task Whoever_stops_the_run_stops_the_wait()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok) { TimeToAnswer = TimeSpan.FromHours(1) };
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3), _clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => VirtualTime.RunAsync(
            _clock, () => factory.Create(Scope, _meter).GetBytesAsync(Page, stop.Token)));

        Assert.Single(host.Asked);
    }

    private Task<FetchedBody> FetchAsync(ScriptedHost host)
    {
        var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        return FetchAsync(factory.Create(Scope, _meter));
    }

    private Task<FetchedBody> FetchAsync(PoliteHttp http) =>
        VirtualTime.RunAsync(_clock, () => http.GetBytesAsync(Page, CancellationToken.None));

    private static List<TimeSpan> Gaps(ScriptedHost host) =>
        [.. host.Asked.Zip(host.Asked.Skip(1), (before, after) => after.At - before.At)];
}
