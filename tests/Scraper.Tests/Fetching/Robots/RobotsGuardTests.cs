using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Fetching.Robots;
using Scraper.Sources;

namespace Scraper.Tests.Fetching.Robots;

/// <summary>Which requests a robots.txt lets pass, and how often it is asked for.</summary>
public sealed class RobotsGuardTests : IDisposable
{
    private static readonly Uri Page = new("https://rutube.ru/api/search/video/?query=1&page=1");
    private static readonly FetchScope Scope = new(new Uri("https://rutube.ru"), TimeSpan.FromSeconds(1));

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedHost _host;
    private readonly PoliteHttpFactory _factory;

    public RobotsGuardTests()
    {
        _host = new ScriptedHost(_clock, ScriptedHost.Ok);
        _factory = new PoliteHttpFactory(_host, _clock, new Random(1), NullLoggerFactory.Instance);
    }

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_host_that_can_say_again_is_read_after_the_time_named()
    {
        var isDown = true;
        _host.Robots = () => isDown
            ? ScriptedHost.Status(HttpStatusCode.ServiceUnavailable) : ScriptedHost.Text("User-agent: *\nAllow: /");
        await Assert.ThrowsAsync<SourceException>(() => FetchAsync());
        var asked = _host.RobotsAsked.Count;
        isDown = false;

        await Assert.ThrowsAsync<SourceException>(() => FetchAsync());
        Assert.Equal(asked, _host.RobotsAsked.Count);
        _clock.Advance(RobotsFetcher.ErrorLifetime);
        await FetchAsync();

        Assert.Single(_host.Asked);
    }

    [Fact]
    public async Task What_is_forbidden_is_never_asked_and_the_rule_is_named()
    {
        _host.Robots = () => ScriptedHost.Text("User-agent: *\nDisallow: /api/\nAllow: /api/video/");

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync());
        await FetchAsync(new Uri("https://rutube.ru/api/video/1/"));

        Assert.Equal(SourceFailure.Disallowed, failure.Failure);
        Assert.Contains("Disallow: /api/ (line 2)", failure.Message, StringComparison.Ordinal);
        Assert.Equal("/api/video/1/", Assert.Single(_host.Asked).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_redirect_to_what_is_forbidden_is_not_followed()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Moved(HttpStatusCode.Found, "/private/list/"), ScriptedHost.Ok)
        {
            Robots = () => ScriptedHost.Text("User-agent: *\nDisallow: /private/"),
        };
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(factory.Create(Scope, new FetchMeter()), Page));

        Assert.Equal(SourceFailure.Disallowed, failure.Failure);
        Assert.Single(host.Asked);
    }

    [Fact]
    public async Task A_path_that_the_operator_has_permission_for_is_read_all_the_same()
    {
        _host.Robots = () => ScriptedHost.Text("User-agent: *\nDisallow: /");
        var permitted = _factory.Create(Scope with { PermittedPaths = ["/api/search/"] }, new FetchMeter());

        await FetchAsync(permitted, Page);
        var failure = await Assert.ThrowsAsync<SourceException>(
            () => FetchAsync(permitted, new Uri("https://rutube.ru/api/video/1/")));

        Assert.Equal(SourceFailure.Disallowed, failure.Failure);
        Assert.Single(_host.Asked);
    }

    [Fact]
    public async Task It_is_asked_once_a_day()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            await FetchAsync();
        }

        Assert.Single(_host.RobotsAsked);
        _clock.Advance(RobotsFetcher.Lifetime);
        await FetchAsync();
        Assert.Equal(2, _host.RobotsAsked.Count);
    }

    [Fact]
    public async Task The_delay_that_the_host_wishes_for_is_kept_where_it_is_longer()
    {
        _host.Robots = () => ScriptedHost.Text("User-agent: *\nCrawl-delay: 7");

        await FetchAsync();
        await FetchAsync();

        Assert.InRange((_host.Asked[1].At - _host.Asked[0].At).TotalSeconds, 7, 7 * 1.25);
    }

    [Fact]
    public async Task A_delay_without_measure_is_capped()
    {
        _host.Robots = () => ScriptedHost.Text("User-agent: *\nCrawl-delay: 86400");

        await FetchAsync();
        await FetchAsync();

        Assert.InRange(
            _host.Asked[1].At - _host.Asked[0].At, RobotsGuard.LongestDelay, RobotsGuard.LongestDelay * 1.25);
    }

    private Task<FetchedBody> FetchAsync() => FetchAsync(Page);

    private Task<FetchedBody> FetchAsync(Uri url) => FetchAsync(_factory.Create(Scope, new FetchMeter()), url);

    private Task<FetchedBody> FetchAsync(PoliteHttp http, Uri url) =>
        VirtualTime.RunAsync(_clock, () => http.GetBytesAsync(url, CancellationToken.None));
}
