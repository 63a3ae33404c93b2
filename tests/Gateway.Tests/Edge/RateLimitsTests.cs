using System.Globalization;
using System.Net;
using Gateway.Tests.Catalog;
using Hosts;

namespace Gateway.Tests.Edge;

public class RateLimitsTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Too_many_calls_are_429_until_the_time_named_has_passed()
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, "RateLimits:PerMinute=2");
        app.Metadata.On("/api/v1/facets", "{}");
        await app.GetAsync("/api/v1/facets");
        await app.GetAsync("/api/v1/facets");

        using var refused = await app.GetAsync("/api/v1/facets");
        _clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        using var admitted = await app.GetAsync("/api/v1/facets");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(429, (await ReadCatalogTests.ReadProblemAsync(refused)).GetProperty("status").GetInt32());
        Assert.InRange(refused.Headers.RetryAfter.Delta.Value, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/movies?q=a")]
    [InlineData("/api/v1/suggestions?q=a")]
    [InlineData("/api/v1/facets?Q=a")]
    public async Task Searches_have_a_limit_of_their_own(string search)
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, "RateLimits:SearchPerMinute=1");
        app.Metadata.On("/api/v1/", "{}");
        await app.GetAsync(search);

        using var refused = await app.GetAsync(search);
        using var page = await app.GetAsync("/api/v1/movies");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task The_site_and_health_go_on_when_the_API_is_used_up()
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, "RateLimits:PerMinute=1");
        await app.GetAsync("/api/v1/movies");
        using var refused = await app.GetAsync("/api/v1/movies");

        using var page = await app.GetAsync("/");
        using var health = await app.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    /// <summary>Ten requests, each claiming to come from somewhere else; "{0}" counts them.</summary>
    [Theory]
    [InlineData("", "X-Forwarded-For: 198.51.100.{0}", 1)]
    [InlineData("", "Forwarded: for=198.51.100.{0}", 1)]
    [InlineData("", "X-Real-IP: 198.51.100.{0}", 1)]
    [InlineData("", "True-Client-IP: 198.51.100.{0}", 1)]
    [InlineData("10.9.9.9", "X-Forwarded-For: 198.51.100.{0}", 1)]
    [InlineData("127.0.0.1", "X-Forwarded-For: 198.51.100.{0}", 10)]
    [InlineData("127.0.0.1, ::1", "X-Forwarded-For: 198.51.100.{0}", 10)]
    [InlineData("127.0.0.0/8", "X-Forwarded-For: 198.51.100.{0}:4711", 10)]
    [InlineData("127.0.0.1", "X-Forwarded-For: 198.51.100.{0}, 203.0.113.5", 1)]
    [InlineData("127.0.0.1", "X-Forwarded-For: 1.1.1.1, 2.2.2.2, 198.51.100.{0}, 203.0.113.5", 1)]
    [InlineData("127.0.0.1,203.0.113.5", "X-Forwarded-For: 198.51.100.{0}, 203.0.113.5", 10)]
    [InlineData("127.0.0.1", "X-Forwarded-For: ::ffff:203.0.113.5, 10.0.0.{0}, ::ffff:203.0.113.5", 1)]
    [InlineData("127.0.0.1", "X-Forwarded-For: 2001:db8:1:2::{0}", 1)]
    [InlineData("127.0.0.1", "X-Forwarded-For: junk{0}", 1)]
    [InlineData("127.0.0.1", "X-Forwarded-For: 198.51.100.{0}, unknown", 1)]
    [InlineData("127.0.0.1", "Forwarded: for=198.51.100.{0}", 1)]
    [InlineData("127.0.0.1", "X-Real-IP: 198.51.100.{0}", 1)]
    public async Task Only_known_proxies_may_name_the_client(string proxies, string header, int clients)
    {
        await using var app = await GatewayApp.StartAsync(
            _clock, true, "RateLimits:PerMinute=1", $"ForwardedHeaders:KnownProxies={proxies}");
        app.Metadata.On("/api/v1/facets", "{}");

        var admitted = 0;
        for (var claim = 1; claim <= 10; claim++)
        {
            using var response = await app.GetAsync(
                "/api/v1/facets", header.Replace("{0}", claim.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            admitted += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.Equal(clients, admitted);
    }
}
