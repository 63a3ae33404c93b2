using System.Net;
using Hosts;
using Metadata.Caching;
using Microsoft.Extensions.DependencyInjection;
using static Gateway.Tests.Catalog.ReadCatalogTests;

namespace Gateway.Tests.Edge.Pages;

/// <summary>Pages in a real Redis, and a Redis that fails.</summary>
public sealed class SharedPagesTests : IDisposable
{
    private const int Warm = 100;
    private readonly RedisServer _redis = new();
    private readonly TcpGate _gate;

    public SharedPagesTests() => _gate = new TcpGate(_redis.Port);

    [Fact]
    public async Task A_Gateway_that_starts_while_Metadata_is_away_has_the_pages_of_the_one_before()
    {
        await WarmAsync();

        await using var restarted = await StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        for (var page = 0; page < Warm; page++)
        {
            using var response = await restarted.GetAsync(Address(page));
            Assert.Equal((HttpStatusCode.OK, "stale"), (response.StatusCode, StalePagesTests.Cache(response)));
            Assert.Equal(StubMetadata.Page(page + 1), await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Without_Redis_it_has_none_and_says_so_while_it_lives()
    {
        await WarmAsync();

        await using var restarted = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");
        using var page = await restarted.GetAsync(Address(1));
        using var live = await restarted.GetAsync("/health/live");

        Assert.Equal((503, 200), ((int)page.StatusCode, (int)live.StatusCode));
        Assert.NotNull(page.Headers.RetryAfter);
    }

    [Fact]
    public async Task What_one_Gateway_has_made_of_the_present_state_another_does_not_ask_for()
    {
        await WarmAsync();

        await using var other = await StartAsync();
        var body = await other.Client.GetStringAsync(Address(3));

        Assert.Equal((StubMetadata.Page(4), 0), (body, other.Metadata.Requests.Count));
    }

    [Fact]
    public async Task Of_an_earlier_state_it_is_asked_for()
    {
        await WarmAsync();

        await using var other = await StartAsync();
        other.Metadata.On("/api/v1/movies", StubMetadata.Page(77)).Change();

        Assert.Equal(StubMetadata.Page(77), await other.Client.GetStringAsync(Address(3)));
    }

    [Fact]
    public async Task A_film_that_has_gone_is_gone_from_Redis_too()
    {
        await using (var app = await StartAsync())
        {
            app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7));
            await app.Client.GetStringAsync("/api/v1/movies/7");
            await Until(() => Keys() == 1);
            app.Metadata.On("/api/v1/movies/7", "{}", 410, StubMetadata.ProblemJson).Change();
            await Until(() => app.GetAsync("/api/v1/movies/7").GetAwaiter().GetResult().StatusCode == HttpStatusCode.Gone);
            await Until(() => Keys() == 0);
        }
    }

    [Fact]
    public async Task Poisoned_bytes_count_as_nothing()
    {
        await WarmAsync();
        foreach (var name in Names())
        {
            _redis.Command($"SETRANGE {name} 300 poison");
        }

        await using var other = await StartAsync();
        other.Metadata.On("/api/v1/movies", StubMetadata.Page(77));

        Assert.Equal(StubMetadata.Page(77), await other.Client.GetStringAsync(Address(3)));
    }

    [Theory]
    [InlineData("hung")]
    [InlineData("slow")]
    [InlineData("killed")]
    [InlineData("black hole")]
    [InlineData("absent at start")]
    public async Task A_Redis_that_fails_hurts_no_visitor(string way)
    {
        if (way == "absent at start")
        {
            _redis.Kill();
        }

        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));
        await app.Client.GetStringAsync(Address(0));
        Break(way);

        for (var page = 0; page < Warm; page++)
        {
            Assert.Equal(StubMetadata.Page(1), await app.Client.GetStringAsync(Address(page)));
        }

        Assert.False(app.Services.GetRequiredService<RedisLink>().IsInUse);
    }

    public void Dispose()
    {
        _redis.Continue();
        _gate.Dispose();
        _redis.Dispose();
    }

    private void Break(string way)
    {
        switch (way)
        {
            case "hung": _redis.Stop(); break;
            case "slow": _gate.Delay(TimeSpan.FromMilliseconds(500)); break;
            case "killed": _redis.Kill(); break;
            case "black hole": _gate.Hold(); break;
        }
    }

    private static string Address(int page) => $"/api/v1/movies?page={page + 2}";

    private Task<GatewayApp> StartAsync(params string[] settings) =>
        GatewayApp.StartAsync(["RateLimits:PerMinute=1000000", $"ConnectionStrings:Redis=127.0.0.1:{_gate.Port}", .. settings]);

    private async Task WarmAsync()
    {
        await using var app = await StartAsync();
        for (var page = 0; page < Warm; page++)
        {
            app.Metadata.On($"/api/v1/movies?page={page + 2}", StubMetadata.Page(page + 1));
            await app.Client.GetStringAsync(Address(page));
        }

        await Until(() => Keys() == Warm);
    }

    private int Keys() => Names().Count;

    private List<string> Names() => _redis.Keys($"{RedisLink.Prefix}page:*");
}
