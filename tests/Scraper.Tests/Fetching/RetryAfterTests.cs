using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Page = new("https://rutube.ru/api/search/video/?query=1&page=1");
    private static readonly FetchScope Scope = new(new Uri("https://rutube.ru"), TimeSpan.FromSeconds(1));

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly FetchMeter _meter = new();

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
