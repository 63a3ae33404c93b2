using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Fetching.Pacing;
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
    [InlineData(HttpStatusCode.TooManyRequests, "7", null, 7)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "7", null, 7)]
    [InlineData(HttpStatusCode.InternalServerError, "90", null, 90)]
    // A date counts on the clock of the host that wrote it, however wrong that clock is.
    [InlineData(HttpStatusCode.TooManyRequests, "Thu, 01 Jan 2026 00:02:30 GMT", "Thu, 01 Jan 2026 00:02:00 GMT", 30)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "Fri, 01 Jan 2027 00:00:05 GMT", "Fri, 01 Jan 2027 00:00:00 GMT", 5)]
    public async Task Retry_after_is_obeyed_to_the_second(HttpStatusCode status, string retryAfter, string? date, int seconds)
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Later(status, retryAfter, date), ScriptedHost.Ok);

        await FetchAsync(host);

        Assert.InRange(Gaps(host).Single(), TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 1));
    }

    [Fact]
    public async Task A_date_of_a_host_that_does_not_tell_its_time_counts_on_our_clock()
    {
        var until = Start + TimeSpan.FromSeconds(40);
        var host = new ScriptedHost(
            _clock, () => ScriptedHost.Later(HttpStatusCode.TooManyRequests, until.ToString("R"), date: null), ScriptedHost.Ok);

        await FetchAsync(host);

        Assert.InRange(host.Asked[1].At, until, until + TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task A_retry_after_without_sense_is_none(string retryAfter)
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.TooMany(retryAfter), ScriptedHost.Ok);

        await FetchAsync(host);

        Assert.InRange(Gaps(host).Single().TotalSeconds, 1, 1.25);
    }

    [Fact]
    public async Task A_redirect_that_asks_to_wait_is_followed_after_that()
    {
        var host = new ScriptedHost(
            _clock,
            () =>
            {
                var moved = ScriptedHost.Moved(HttpStatusCode.TemporaryRedirect, "/api/there/");
                moved.Headers.TryAddWithoutValidation("Retry-After", "12");
                return moved;
            },
            ScriptedHost.Ok);

        await FetchAsync(host);

        Assert.InRange(Gaps(host).Single().TotalSeconds, 12, 13);
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
    public async Task Retries_of_a_run_on_a_host_that_fails_now_and_then_stay_below_a_fifth()
    {
        // Every second answer is an error: each request would need a retry.
        var turn = 0;
        var host = new ScriptedHost(
            _clock, () => turn++ % 2 == 0 ? ScriptedHost.Status(HttpStatusCode.BadGateway) : ScriptedHost.Ok());
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, _meter);

        const int pages = 100;
        for (var page = 0; page < pages; page++)
        {
            await Record.ExceptionAsync(() => FetchAsync(http));
        }

        Assert.InRange(host.Asked.Count, pages, pages * 1.2);
        Assert.Equal(host.Asked.Count, _meter.Requests);
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

    [Fact]
    public async Task A_hanging_host_is_left_after_thirty_seconds_and_asked_more_seldom()
    {
        var host = new ScriptedHost(_clock, ScriptedHost.Ok) { TimeToAnswer = TimeSpan.FromHours(1) };

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(host));

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.All(Gaps(host), gap => Assert.InRange(gap, AdaptiveDelay.Ceiling, AdaptiveDelay.Ceiling * 1.25));
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
