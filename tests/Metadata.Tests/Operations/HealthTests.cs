using System.Net;
using System.Net.Http.Json;
using Hosts;
using Metadata.Client;
using Metadata.Data;
using Metadata.Tests.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task A_service_with_its_database_is_healthy()
    {
        using var app = new SqliteApp();

        var (status, health) = await ReadyAsync(app.CreateClient());

        Assert.Equal((HttpStatusCode.OK, HealthState.Healthy, "metadata"), (status, health.Status, health.Service));
        Assert.Equal("database films", string.Join(' ', health.Checks.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Without_its_database_it_is_unhealthy_and_says_why()
    {
        using var app = new SqliteApp();
        var http = app.CreateClient();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MoviesDb>().Database.ExecuteSqlAsync(
                $"""ALTER TABLE "Movies" RENAME TO "Lost" """);
        }

        var (status, health) = await ReadyAsync(http);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HealthState.Unhealthy), (status, health.Status));
        Assert.Contains("ConnectionStrings:Movies", health.Checks["database"].Detail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Without_redis_it_is_degraded_and_serves()
    {
        using var redis = new RedisServer();
        using var app = new SqliteApp { Settings = { ["ConnectionStrings:Redis"] = redis.ConnectionString } };
        var http = app.CreateClient();
        var (_, before) = await ReadyAsync(http);
        redis.Kill();

        var (status, after) = await ReadyAsync(http);

        Assert.Equal((HealthState.Healthy, HealthState.Degraded, HttpStatusCode.OK), (before.Status, after.Status, status));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/movies")).StatusCode);
    }

    [Fact]
    public async Task With_films_that_cannot_be_followed_it_is_degraded_and_serves_them()
    {
        using var app = new SqliteApp();
        var caller = app.Caller();
        await caller.PutAsync(Uploads.Of("Раз", 2000));
        Assert.Equal(["Раз"], await caller.TitlesAsync("sort=new"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MoviesDb>().Database.ExecuteSqlAsync(
                $"""ALTER TABLE "State" RENAME TO "Lost" """);
        }

        await Eventually.HoldsAsync(
            async () => (await ReadyAsync(caller.Http)).Health.Checks["films"].Status == HealthState.Degraded, TimeSpan.FromSeconds(20));

        Assert.Equal(["Раз"], await caller.TitlesAsync("sort=new"));
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(caller.Http)).Status);
    }

    private static async Task<(HttpStatusCode Status, ServiceHealth Health)> ReadyAsync(HttpClient http)
    {
        using var response = await http.GetAsync("/health/ready");
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync(MetadataJson.Default.ServiceHealth))!);
    }
}
