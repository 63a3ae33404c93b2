using System.Net;
using System.Text.Json;

namespace Gateway.Tests.Operations;

public class HealthTests
{
    private const string Healthy =
        """{"status":"healthy","service":"metadata","timestamp":"2026-01-01T00:00:00Z","checks":{"database":{"status":"healthy","durationMs":1}}}""";

    private const string Unhealthy =
        """
        {"status":"unhealthy","service":"metadata","timestamp":"2026-01-01T00:00:00Z",
        "checks":{"database":{"status":"unhealthy","detail":"no file /srv/secret/movies.db","durationMs":1}}}
        """;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    [Fact]
    public async Task Liveness_is_green_whatever_is_down()
    {
        await using var app = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        using var response = await app.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(200, Healthy, "healthy")]
    [InlineData(503, Unhealthy, "degraded")]
    [InlineData(200, "<html>", "degraded")]
    public async Task Readiness_is_degraded_and_never_red_without_Metadata(int status, string metadata, string expected)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/health/ready", metadata, status);

        using var response = await app.GetAsync("/health/ready");

        var health = await ReadAsync(response);
        Assert.Equal("gateway", health.GetProperty("service").GetString());
        Assert.Equal(expected, health.GetProperty("status").GetString());
        Assert.Equal(expected, health.GetProperty("checks").GetProperty("metadata").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_sum_names_each_service_and_nothing_of_their_inside()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/health/ready", Unhealthy, 503);

        using var response = await app.GetAsync("/api/health");

        var health = await ReadAsync(response);
        var services = health.GetProperty("services");
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Equal("healthy", services.GetProperty("gateway").GetProperty("status").GetString());
        Assert.Equal("unhealthy", services.GetProperty("metadata").GetProperty("checks").GetProperty("database").GetString());
        Assert.Equal("unhealthy", services.GetProperty("scraper").GetProperty("status").GetString());
        Assert.DoesNotContain("secret", health.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", health.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_sum_is_healthy_when_all_three_are()
    {
        await using var scraper = await StubMetadata.StartAsync();
        scraper.On("/health/ready", Healthy);
        await using var app = await GatewayApp.StartAsync($"Scraper:BaseUrl={scraper.BaseUrl}");
        app.Metadata.On("/health/ready", Healthy);

        using var response = await app.GetAsync("/api/health");

        Assert.Equal("healthy", (await ReadAsync(response)).GetProperty("status").GetString());
    }
}
