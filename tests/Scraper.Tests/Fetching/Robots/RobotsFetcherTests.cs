using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching.Robots;

/// <summary>What each kind of answer to /robots.txt means for the requests after it.</summary>
public sealed class RobotsFetcherTests : IDisposable
{
    private static readonly Uri Page = new("https://rutube.ru/api/search/video/?query=1&page=1");
    private static readonly FetchScope Scope = new(new Uri("https://rutube.ru"), TimeSpan.FromSeconds(1));

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedHost _host;
    private readonly PoliteHttpFactory _factory;

    public RobotsFetcherTests()
    {
        _host = new ScriptedHost(_clock, ScriptedHost.Ok);
        _factory = new PoliteHttpFactory(_host, _clock, new Random(1), NullLoggerFactory.Instance);
    }

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_host_that_hangs_means_no()
    {
        await using var hanging = await StubHost.StartAsync(_ => Task.CompletedTask);
        hanging.Robots = Fault.Hang;
        using var factory = new PoliteHttpFactory(
            PoliteHttpFactory.Wire(new NetworkOptions { AllowPrivateAddresses = true }, Dns.GetHostAddressesAsync),
            _clock, new Random(1), NullLoggerFactory.Instance);
        var asking = factory.Create(new FetchScope(hanging.BaseUrl, TimeSpan.Zero), new FetchMeter())
            .GetBytesAsync(hanging.BaseUrl, CancellationToken.None);

        // One step for each request that has arrived, and for the pauses between them.
        for (var steps = 0; !asking.IsCompleted && steps < 10_000; steps++)
        {
            await Task.Delay(2);
            _clock.Advance(hanging.RobotsRequests.Count > 0 ? TimeSpan.FromSeconds(2) : TimeSpan.Zero);
        }

        var failure = await Assert.ThrowsAsync<SourceException>(() => asking);
        Assert.Equal(SourceFailure.RobotsUnreadable, failure.Failure);
        Assert.Contains("30 seconds", failure.Message, StringComparison.Ordinal);
        Assert.Empty(hanging.Requests);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(1)]
    public async Task Up_to_five_redirects_lead_to_it_over_other_hosts_too(int hops)
    {
        var asked = 0;
        _host.Robots = () => ++asked <= hops
            ? ScriptedHost.Moved(HttpStatusCode.MovedPermanently, $"https://host{asked}.example/robots.txt")
            : ScriptedHost.Text("User-agent: *\nDisallow: /api/");

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync());

        Assert.Equal(SourceFailure.Disallowed, failure.Failure);
        Assert.Equal($"host{hops}.example", _host.RobotsAsked[^1].Url.Host);
    }

    [Fact]
    public async Task Redirects_without_end_count_as_none()
    {
        _host.Robots = () => ScriptedHost.Moved(HttpStatusCode.Found, "/robots.txt");

        await FetchAsync();

        Assert.Equal(1 + RedirectRules.MaxHops, _host.RobotsAsked.Count);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_not_followed_and_means_no()
    {
        await using var open = await StubHost.StartAsync(_ => Task.CompletedTask);
        await using var inner = await StubHost.StartAsync(_ => Task.CompletedTask);
        open.Robots = Fault.Redirect($"http://localhost:{inner.BaseUrl.Port}/robots.txt");
        // Only the name of the first host leads to a public address here.
        using var wire = new NamedHosts(open.BaseUrl);
        using var factory = new PoliteHttpFactory(wire, TimeProvider.System, new Random(1), NullLoggerFactory.Instance);

        var failure = await Assert.ThrowsAsync<SourceException>(() => factory
            .Create(new FetchScope(open.BaseUrl, TimeSpan.Zero), new FetchMeter())
            .GetBytesAsync(open.BaseUrl, CancellationToken.None));

        Assert.Equal(SourceFailure.RobotsUnreadable, failure.Failure);
        Assert.Contains("public", failure.Message, StringComparison.Ordinal);
        Assert.Empty(inner.RobotsRequests);
    }

    [Fact]
    public async Task Its_end_is_not_waited_for_when_it_has_none()
    {
        await using var endless = await StubHost.StartAsync(_ => Task.CompletedTask);
        endless.Robots = Fault.EndlessBody;
        using var factory = new PoliteHttpFactory(
            PoliteHttpFactory.Wire(new NetworkOptions { AllowPrivateAddresses = true }, Dns.GetHostAddressesAsync),
            TimeProvider.System, new Random(1), NullLoggerFactory.Instance);

        var answer = await factory.Create(new FetchScope(endless.BaseUrl, TimeSpan.Zero), new FetchMeter())
            .GetBytesAsync(endless.BaseUrl, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_host_without_one_lets_us_read_everything(HttpStatusCode status)
    {
        _host.Robots = () => ScriptedHost.Status(status);

        await FetchAsync();

        Assert.Equal(new Uri("https://rutube.ru/robots.txt"), Assert.Single(_host.RobotsAsked).Url);
        Assert.Single(_host.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_host_that_cannot_say_is_not_asked_for_anything_else(HttpStatusCode status)
    {
        _host.Robots = () => ScriptedHost.Status(status);

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync());

        Assert.Equal(SourceFailure.RobotsUnreadable, failure.Failure);
        Assert.Contains(Page.ToString(), failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{(int)status}", failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(60));
        Assert.Empty(_host.Asked);
    }

    [Fact]
    public async Task A_lost_connection_means_no()
    {
        _host.Robots = () => throw new HttpRequestException("Name or service not known");

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync());

        Assert.Equal(SourceFailure.RobotsUnreadable, failure.Failure);
        Assert.Empty(_host.Asked);
    }

    private Task<FetchedBody> FetchAsync() => VirtualTime.RunAsync(
        _clock, () => _factory.Create(Scope, new FetchMeter()).GetBytesAsync(Page, CancellationToken.None));

    /// <summary>Lets one address through to loopback and guards all others as in life.</summary>
    private sealed class NamedHosts(Uri open) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _guarded =
            new(PoliteHttpFactory.Wire(new NetworkOptions(), Dns.GetHostAddressesAsync));

        private readonly HttpMessageInvoker _unguarded =
            new(PoliteHttpFactory.Wire(new NetworkOptions { AllowPrivateAddresses = true }, Dns.GetHostAddressesAsync));

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            (request.RequestUri!.Authority == open.Authority ? _unguarded : _guarded).SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _guarded.Dispose();
            _unguarded.Dispose();
            base.Dispose(disposing);
        }
    }
}
