using System.Net;

namespace Gateway.Tests.Edge;

/// <summary>Only declared verbs, no foreign origins, no way off the site.</summary>
public class MethodsTests
{
    private static readonly string[] Reads =
    [
        "/", "/catalog", "/en/about", "/movies/7/film", "/assets/index-a1b2c3.js", "/api/v1/movies", "/api/v1/movies/7",
        "/api/v1/movies/7/similar", "/api/v1/movies/random", "/api/v1/facets", "/api/v1/suggestions?q=a", "/api/v1/home",
        "/images/movies/7", "/api/health", "/health/ready", "/no-such-page",
    ];

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    [InlineData("BREW")]
    public async Task Other_verbs_are_refused_everywhere(string method)
    {
        await using var app = await GatewayApp.StartAsync();

        foreach (var path in Reads)
        {
            var (status, text) = await RawHttp.SendAsync(app.Client.BaseAddress!, method, path, "Content-Length: 0", "X-Canary: canary-5");

            Assert.True(status is 400 or 405, $"{method} {path} answered {status}");
            Assert.DoesNotContain("canary-5", text, StringComparison.Ordinal);
        }

        Assert.Empty(app.Metadata.Requests);
    }

    [Fact]
    public async Task A_refused_verb_is_told_which_ones_there_are()
    {
        await using var app = await GatewayApp.StartAsync();

        using var response = await app.SendAsync(HttpMethod.Put, "/api/v1/movies");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("CONNECT", "evil.example:443")]
    [InlineData("OPTIONS", "*")]
    [InlineData("GET", "http://evil.example/api/v1/movies/8")]
    public async Task Targets_for_proxies_lead_nowhere_else(string method, string target)
    {
        await using var app = await GatewayApp.StartAsync();

        var (status, text) = await RawHttp.SendAsync(app.Client.BaseAddress!, method, target);

        Assert.InRange(status, 400, 499);
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
        Assert.All(app.Metadata.Asked, asked => Assert.Equal("/api/v1/movies/8", asked));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:8080")]
    public async Task No_other_origin_may_read(string origin)
    {
        await using var app = await GatewayApp.StartAsync();

        foreach (var path in Reads)
        {
            using var response = await app.GetAsync(path, $"Origin: {origin}");

            Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("?returnUrl=https://evil.example")]
    [InlineData("?next=//evil.example")]
    [InlineData("?url=https://evil.example&redirect=https://evil.example")]
    public async Task No_parameter_leads_off_the_site(string query)
    {
        await using var app = await GatewayApp.StartAsync();

        foreach (var path in Reads)
        {
            using var response = await app.GetAsync(path.Split('?')[0] + query);

            Assert.Null(response.Headers.Location);
        }
    }
}
