using System.Globalization;
using System.Net;
using Gateway.Edge.Limits;
using Gateway.Tests.Catalog;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Edge.Limits;

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
        Assert.Equal(["\"api\";q=2;w=60"], refused.Headers.GetValues("RateLimit-Policy"));
        Assert.Equal([$"\"api\";r=0;t={refused.Headers.RetryAfter.Delta.Value.TotalSeconds}"], refused.Headers.GetValues("RateLimit"));
        Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/movies?q=a")]
    [InlineData("/api/v1/suggestions?q=a")]
    [InlineData("/api/v1/facets?Q=a")]
    [InlineData("/api/v1/facets?sort=new&%71=a")]
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

    [Theory]
    [InlineData("/health/live", null, 0)]
    [InlineData("/api/v1/movies?q=", RequestKind.Api, 1)]
    [InlineData("/api/v1/movies?quality=a", RequestKind.Api, 1)]
    [InlineData("/api/health", RequestKind.Api, 1)]
    [InlineData("/feed.atom?genre=a", RequestKind.Api, 1)]
    [InlineData("/feed.json?q=a", RequestKind.Search, 1)]
    [InlineData("/sitemap.xml", RequestKind.Api, 1)]
    [InlineData("/images/movies/7", RequestKind.Site, 1)]
    [InlineData("/assets/index-a1b2c3.js", RequestKind.Site, 1)]
    [InlineData("/robots.txt", RequestKind.Site, 1)]
    [InlineData("/catalog?q=a", RequestKind.Site, RequestCost.OfPage)]
    [InlineData("/movies/7/film", RequestKind.Site, RequestCost.OfPage)]
    public void Each_kind_of_request_has_its_cost(string address, object? kind, int units)
    {
        var parts = address.Split('?');
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (parts[0], new QueryString(parts.Length > 1 ? $"?{parts[1]}" : ""));

        Assert.Equal(kind is RequestKind known ? new RequestCost(known, units) : null, RequestCost.Of(request));
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
