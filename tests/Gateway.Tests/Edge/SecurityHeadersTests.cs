using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Tests.Edge;

public class SecurityHeadersTests
{
    private const string JsonPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PicturePolicy = "default-src 'none'; sandbox";

    private static readonly string HtmlPolicy =
        "default-src 'none'; script-src 'self' "
        + $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(GatewayApp.InlineScript)))}'; "
        + "style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "frame-src https://rutube.ru https://archive.org https://vk.com https://vkvideo.ru https://www.youtube-nocookie.com "
        + "https://framatube.org; media-src 'none'; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue";

    private static async Task<GatewayApp> StartAsync(params string[] settings)
    {
        var app = await GatewayApp.StartAsync(settings);
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1))
            .On("/api/v1/movies/7", StubMetadata.Movie(7))
            .On("/api/v1/movies/410", "{}", 410, StubMetadata.ProblemJson)
            .On("/api/v1/movies/400", "{}", 400, StubMetadata.ProblemJson);
        return app;
    }

    private static void AssertCommon(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.StartsWith("camera=(), microphone=(), geolocation=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(Header(response, "Server"));
        Assert.Null(Header(response, "X-Powered-By"));
        Assert.Null(Header(response, "Set-Cookie"));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    [Theory]
    [InlineData("GET", "/", 200, "html")]
    [InlineData("GET", "/en/catalog", 200, "html")]
    [InlineData("GET", "/movies/7", 200, "html")]
    [InlineData("GET", "/movies/9", 404, "html")]
    [InlineData("GET", "/movies/410", 410, "html")]
    [InlineData("GET", "/no-such-page", 404, "html")]
    [InlineData("GET", "/assets/index-a1b2c3.js", 200, "html")]
    [InlineData("GET", "/assets/gone.js", 404, "json")]
    [InlineData("POST", "/", 405, "json")]
    [InlineData("GET", "/catalog/", 308, "html")]
    [InlineData("GET", "/api/v1/movies", 200, "json")]
    [InlineData("GET", "/api/v1/movies/9", 404, "json")]
    [InlineData("GET", "/api/v1/movies/410", 410, "json")]
    [InlineData("GET", "/api/v1/movies/400", 400, "json")]
    [InlineData("GET", "/api/v1/unknown", 404, "json")]
    [InlineData("GET", "/api/v1//movies", 404, "json")]
    [InlineData("DELETE", "/api/v1/movies/7", 405, "json")]
    [InlineData("GET", "/api/health", 200, "json")]
    [InlineData("GET", "/health/live", 200, "json")]
    [InlineData("GET", "/health/ready", 200, "json")]
    [InlineData("GET", "/images/movies/7", 200, "picture")]
    [InlineData("GET", "/images/movies/7?size=xl", 400, "json")]
    [InlineData("GET", "/images/movies/9", 404, "json")]
    [InlineData("GET", "/images/movies/410", 410, "json")]
    public async Task Every_kind_of_answer_carries_its_headers(string method, string path, int status, string kind)
    {
        await using var app = await StartAsync();

        using var response = await app.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)response.StatusCode);
        AssertCommon(response);
        Assert.Equal(kind switch { "html" => HtmlPolicy, "picture" => PicturePolicy, _ => JsonPolicy }, Header(response, "Content-Security-Policy"));
        Assert.Null(Header(response, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/api/v1/movies", 200)]
    [InlineData("/images/movies/7", 200)]
    public async Task A_304_carries_the_same_headers_as_the_answer_it_stands_for(string path, int status)
    {
        await using var app = await StartAsync();
        using var first = await app.GetAsync(path);

        using var response = await app.GetAsync(path, "If-None-Match: *");

        Assert.Equal(status, (int)first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        AssertCommon(response);
        Assert.Equal(Header(first, "Content-Security-Policy"), Header(response, "Content-Security-Policy"));
    }

    [Fact]
    public async Task Refusals_of_the_edge_carry_them_too()
    {
        await using var app = await StartAsync("RateLimits:PerMinute=1", "Metadata:BaseUrl=http://127.0.0.1:9");

        using var unavailable = await app.GetAsync("/api/v1/movies");
        using var tooMany = await app.GetAsync("/api/v1/movies");
        using var tooLong = await app.GetAsync("/api/v1/movies?q=" + new string('a', 9000));
        using var withBody = await app.Client.PostAsync("/api/v1/movies", new ByteArrayContent(new byte[65 * 1024]));
        HttpResponseMessage[] refusals = [unavailable, tooMany, tooLong, withBody];

        Assert.Equal([503, 429, 414, 413], refusals.Select(response => (int)response.StatusCode));
        Assert.All(refusals, AssertCommon);
        Assert.All(refusals, response => Assert.Equal(JsonPolicy, Header(response, "Content-Security-Policy")));
    }

    [Fact]
    public async Task Configured_players_may_be_framed_and_nobody_else()
    {
        await using var app = await StartAsync("Players:Origins:0=https://tube.example:8443", "Players:Origins:1=https://vk.com");

        using var page = await app.GetAsync("/");
        using var json = await app.GetAsync("/api/v1/movies");

        Assert.Equal(
            HtmlPolicy.Replace("framatube.org;", "framatube.org https://tube.example:8443;", StringComparison.Ordinal),
            Header(page, "Content-Security-Policy"));
        Assert.Contains(
            "fullscreen=(self \"https://rutube.ru\" \"https://archive.org\" \"https://vk.com\" \"https://vkvideo.ru\" "
            + "\"https://www.youtube-nocookie.com\" \"https://framatube.org\" \"https://tube.example:8443\")",
            Header(page, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("tube", Header(json, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_our_own_carries_them_and_tells_nothing()
    {
        await using var app = await GatewayApp.StartAsync(new BrokenClock());

        using var response = await app.GetAsync("/api/v1/movies");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        AssertCommon(response);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("traceId", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gateway", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_TLS_the_browser_is_told_to_stay_there()
    {
        await using var app = await StartAsync("ForwardedHeaders:KnownProxies=127.0.0.1");

        using var response = await app.GetAsync("/", "X-Forwarded-Proto: https");

        Assert.Equal("max-age=63072000; includeSubDomains", Header(response, "Strict-Transport-Security"));
        Assert.EndsWith("; upgrade-insecure-requests", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_a_known_proxy_can_claim_TLS()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/", "X-Forwarded-Proto: https");

        Assert.Null(Header(response, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("X-Forwarded-Host: evil.example")]
    [InlineData("Host: evil.example")]
    [InlineData("X-Original-URL: /admin")]
    [InlineData("X-Rewrite-URL: /admin")]
    [InlineData("X-HTTP-Method-Override: DELETE")]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Accept: image/png")]
    [InlineData("Accept-Language: xx")]
    public async Task Headers_that_no_cache_keys_on_change_nothing(string header)
    {
        await using var app = await StartAsync();
        using var clean = await app.GetAsync("/api/v1/movies");

        using var response = await app.GetAsync("/api/v1/movies", header);

        Assert.Equal(clean.StatusCode, response.StatusCode);
        Assert.Equal(clean.Headers.ETag, response.Headers.ETag);
        Assert.Equal(await clean.Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain(response.Headers, other => other.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    private sealed class BrokenClock : TimeProvider
    {
        // What runs in the background has periodic timers, and keeps them.
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            period != Timeout.InfiniteTimeSpan
                ? base.CreateTimer(callback, state, dueTime, period)
                : throw new InvalidOperationException("the secret of the clock");
    }
}
