using System.Net;
using Gateway.Edge.Limits;
using Hosts;
using Metadata.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests.Edge.Limits;

/// <summary>Two Gateways and one real Redis between them.</summary>
public sealed class SharedLimitsTests : IAsyncLifetime, IDisposable
{
    private const int Limit = 100;
    private const string Path = "/api/v1/facets";

    private readonly RedisServer _redis = new();
    private readonly List<GatewayApp> _apps = [];

    public async Task InitializeAsync()
    {
        for (var replica = 0; replica < 2; replica++)
        {
            await StartAsync($"ConnectionStrings:Redis={_redis.ConnectionString}");
        }
    }

    private async Task<GatewayApp> StartAsync(params string[] settings)
    {
        var app = await GatewayApp.StartAsync([$"RateLimits:PerMinute={Limit}", .. settings]);
        app.Metadata.On(Path, "{}");
        _apps.Add(app);
        return app;
    }

    /// <summary>So many requests, in turn to each Gateway and ten at once; answers how often each status came.</summary>
    private static async Task<Dictionary<HttpStatusCode, int>> AskAsync(int requests, params GatewayApp[] apps)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var together in Enumerable.Range(0, requests).Chunk(10))
        {
            var answers = await Task.WhenAll(together.Select(number => apps[number % apps.Length].GetAsync(Path)));
            statuses.AddRange(answers.Select(answer => answer.StatusCode));
            Array.ForEach(answers, answer => answer.Dispose());
        }

        return statuses.CountBy(status => status).ToDictionary();
    }

    private static SharedLimits LimitsOf(GatewayApp app) => app.Services.GetRequiredService<SharedLimits>();

    private static bool Uses(GatewayApp app) => app.Services.GetRequiredService<RedisLink>().IsInUse;

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    [Fact]
    public async Task Both_together_admit_the_limit()
    {
        var statuses = await AskAsync(3 * Limit, [.. _apps]);

        Assert.InRange(statuses[HttpStatusCode.OK], Limit * 0.99, Limit * 1.01);
        Assert.Equal(3 * Limit, statuses[HttpStatusCode.OK] + statuses[HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public async Task Without_redis_each_would_admit_it()
    {
        var statuses = await AskAsync(3 * Limit, await StartAsync(), await StartAsync());

        Assert.Equal(2 * Limit, statuses[HttpStatusCode.OK]);
    }

    [Theory]
    [InlineData("killed")]
    [InlineData("hung")]
    public async Task With_redis_away_each_gives_away_its_part_and_afterwards_both_the_whole_again(string how)
    {
        await UntilAsync(() => _apps.TrueForAll(app => LimitsOf(app).Gateways == 2));
        var before = await AskAsync(Limit / 2, [.. _apps]);
        (how == "killed" ? (Action)_redis.Kill : _redis.Stop)();

        var during = await AskAsync(3 * Limit, [.. _apps]);

        Assert.Equal(Limit / 2, before[HttpStatusCode.OK]);
        Assert.InRange(before[HttpStatusCode.OK] + during[HttpStatusCode.OK], Limit / 2, Limit * 1.5);
        Assert.Equal(3 * Limit, during[HttpStatusCode.OK] + during[HttpStatusCode.TooManyRequests]);
        (how == "killed" ? () => _redis.Start() : (Action)_redis.Continue)();
        await UntilAsync(() => _apps.TrueForAll(Uses));
    }

    [Fact]
    public async Task Started_without_redis_it_gives_away_half()
    {
        _redis.Kill();
        var app = await StartAsync($"ConnectionStrings:Redis={_redis.ConnectionString}");

        var statuses = await AskAsync(Limit, app);

        Assert.Equal(Limit / 2, statuses[HttpStatusCode.OK]);
    }

    public async Task DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    public void Dispose() => _redis.Dispose();
}
