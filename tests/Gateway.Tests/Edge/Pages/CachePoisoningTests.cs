using System.Globalization;
using System.Text.Json;
using Gateway.Edge.Pages;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Edge.Pages;

/// <summary>Whether a header that is no part of the key can change what the next visitor gets.</summary>
public class CachePoisoningTests
{
    private static readonly string[] Routes =
    [
        "/api/v1/movies", "/api/v1/movies?page=2", "/api/v1/movies?q=a", "/api/v1/movies?genre=x&genre=y", "/api/v1/movies?ids=1,2",
        "/api/v1/movies?sort=-title", "/api/v1/movies?cursor=abc", "/api/v1/movies/7", "/api/v1/movies/8", "/api/v1/movies/7/similar",
        "/api/v1/movies/7/similar?limit=3", "/api/v1/facets", "/api/v1/facets?country=x", "/api/v1/suggestions?q=a",
        "/api/v1/suggestions?q=a&limit=2", "/api/v1/home", "/api/v1/nothing", "/api/v1/movies/999999", "/api/v1/movies?page=x",
        "/", "/catalog", "/en/about", "/movies/7/film-7", "/movies/999999", "/favicon.svg", "/assets/index-a1b2c3.js", "/assets/none.js",
        "/images/movies/7", "/images/movies/7?size=s", "/robots.txt", "/swagger/v1/swagger.json", "/health/live",
        "/api/v1/movies?yearFrom=1920&yearTo=1929", "/api/v1/movies?available=true", "/api/v1/facets?q=a", "/api/v1/movies?pageSize=5",
        "/api/v1/movies/7?x=y", "/en/movies/7", "/favourites", "/history",
    ];

    private static readonly string[] Headers =
    [
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Server",
        "X-Forwarded-Scheme", "X-Forwarded-Path", "X-Forwarded-SSL", "Forwarded", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP",
        "X-Client-IP", "X-Host", "X-Original-Host", "X-Original-URL", "X-Rewrite-URL", "X-Original-URI", "X-HTTP-Method-Override",
        "X-HTTP-Method", "X-Method-Override", "X-Override-URL", "X-Wap-Profile", "X-Arbitrary", "X-Cache", "X-Cache-Key",
        "X-Catalogue-Stamp", "Cookie", "Authorization", "Proxy-Authorization", "Origin", "Referer", "User-Agent", "Accept",
        "Accept-Language", "Accept-Charset", "Range", "If-Range", "If-Match", "If-Modified-Since", "If-Unmodified-Since", "If-None-Match",
        "Cache-Control", "Pragma", "TE", "Via", "Warning", "From", "DNT", "Sec-Fetch-Mode", "Sec-Fetch-Site", "Sec-GPC", "Save-Data",
        "Viewport-Width", "Device-Memory", "X-Requested-With", "X-CSRF-Token", "traceparent", "baggage",
    ];

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task No_header_changes_a_later_answer()
    {
        await using var app = await StartAsync();
        var clean = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var route in Routes)
        {
            clean[route] = await ReadAsync(app, route);
        }

        foreach (var header in Headers)
        {
            // The same pages, to be made anew by a visitor who brings the header.
            app.Metadata.Change();
            _clock.Advance(CatalogueWatch.CheckInterval);
            foreach (var route in Routes)
            {
                await ReadAsync(app, route, $"{header}: {Poison(header)}");
                Assert.True(clean[route] == await ReadAsync(app, route), $"{header} has changed {route}.");
            }
        }
    }

    [Fact]
    public async Task An_answer_that_did_depend_on_a_header_would_be_told_apart()
    {
        await using var app = await StartAsync();

        Assert.NotEqual(
            await ReadAsync(app, "/assets/index-a1b2c3.js", "Accept-Encoding: br"),
            await ReadAsync(app, "/assets/index-a1b2c3.js"));
    }

    private static string Poison(string header) => header switch
    {
        "traceparent" => "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "Range" => "bytes=0-9",
        "If-Modified-Since" or "If-Unmodified-Since" => "Wed, 21 Oct 2015 07:28:00 GMT",
        "X-HTTP-Method-Override" or "X-HTTP-Method" or "X-Method-Override" => "DELETE",
        "X-Original-URL" or "X-Rewrite-URL" or "X-Original-URI" or "X-Override-URL" => "/api/v1/movies/666",
        _ => "evil.example",
    };

    private async Task<GatewayApp> StartAsync()
    {
        var app = await GatewayApp.StartAsync(_clock, true, "RateLimits:PerMinute=1000000", "RateLimits:SitePerMinute=1000000",
            "RateLimits:SearchPerMinute=1000000");
        app.Metadata.On("/api/v1/", Reflect).On("/api/v1/movies", Reflect).On("/api/v1/facets", Reflect)
            .On("/api/v1/movies/999999", "{}", 404, StubMetadata.ProblemJson);
        return app;
    }

    // Everything that reaches Metadata comes back, but for what differs from one question to the next by right.
    private static Task Reflect(HttpContext context)
    {
        context.Response.ContentType = StubMetadata.Json;
        var headers = context.Request.Headers.Where(header => header.Key is not ("Host" or "traceparent"))
            .Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal);
        var said = JsonSerializer.Serialize(string.Join('\n', headers));
        return context.Response.WriteAsync(StubMetadata.Movie(7, more: $",\"items\":[],\"said\":{said}"));
    }

    private static async Task<string> ReadAsync(GatewayApp app, string route, params string[] headers)
    {
        using var response = await app.GetAsync(route, headers);
        var lines = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        var body = await response.Content.ReadAsStringAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}\n{string.Join('\n', lines)}\n\n{WithoutTrace(body)}");
    }

    private static string WithoutTrace(string body)
    {
        var at = body.IndexOf("\"traceId\"", StringComparison.Ordinal);
        return at < 0 ? body : body[..at];
    }
}
