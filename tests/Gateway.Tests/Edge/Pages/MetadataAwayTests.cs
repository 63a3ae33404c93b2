using System.Net;
using Gateway.Edge.Pages;
using Hosts;
using Microsoft.Extensions.DependencyInjection;
using static Gateway.Tests.Catalog.ReadCatalogTests;

namespace Gateway.Tests.Edge.Pages;

/// <summary>Ten minutes without Metadata, on a clock that a test moves.</summary>
public sealed class MetadataAwayTests
{
    private const int Warm = 500;
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Ten_minutes_of_refusals_are_not_seen_on_warm_pages_and_Metadata_is_left_alone_but_for_one_look_a_second()
    {
        await using var app = await StartAsync();
        await WarmAsync(app);
        app.Metadata.On("/api/v1/movies", "", 503).On(StubMetadata.MarkPath, "", 503);
        var (looks, asked) = (app.Metadata.Looks, Asked(app));

        for (var passed = CatalogueWatch.RetryInterval; passed <= Outage; passed += Step)
        {
            _clock.Advance(Step);
            for (var visitor = 0; visitor < 5; visitor++)
            {
                await AssertStaleAsync(app, (((int)passed.TotalSeconds * 5) + visitor) % Warm);
            }

            using var unknown = await app.GetAsync($"/api/v1/movies?page=999{(int)passed.TotalSeconds}");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, unknown.StatusCode);
            Assert.NotNull(unknown.Headers.RetryAfter);
        }

        Assert.InRange(app.Metadata.Looks - looks, 1, (int)Outage.TotalSeconds + 2);
        Assert.Equal(asked, Asked(app));
    }

    [Fact]
    public async Task It_is_fresh_again_after_one_look_and_each_page_is_asked_for_at_most_once()
    {
        await using var app = await StartAsync();
        await WarmAsync(app);
        app.Metadata.On(StubMetadata.MarkPath, "", 503);
        _clock.Advance(Outage);
        await AssertStaleAsync(app, 0);
        app.Metadata.Off(StubMetadata.MarkPath);
        app.Metadata.Change();
        var asked = Asked(app);

        _clock.Advance(CatalogueWatch.RetryInterval);
        await Until(() => Watch(app).TryRead(out var sighting) && !sighting.IsAway);

        for (var round = 0; round < 2; round++)
        {
            for (var page = 0; page < Warm; page++)
            {
                using var fresh = await app.GetAsync(Address(page));
                Assert.Equal((HttpStatusCode.OK, null), (fresh.StatusCode, fresh.Headers.Age));
            }
        }

        Assert.Equal(asked + Warm, Asked(app));
    }

    [Theory]
    [InlineData("refuses connections")]
    [InlineData("hangs")]
    public async Task Whichever_way_it_is_away_warm_pages_go_out_and_others_are_refused(string way)
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.On("/api/v1/movies", StubMetadata.Page(1));
        using var gate = new TcpGate(metadata.BaseUrl.Port);
        await using var app = await StartAsync($"Metadata:BaseUrl=http://127.0.0.1:{gate.Port}");
        await WarmAsync(app);
        if (way == "hangs")
        {
            gate.Hold();
        }
        else
        {
            gate.Cut();
        }

        _clock.Advance(CatalogueWatch.CheckInterval);
        await AssertAsync(app, Address(1), HttpStatusCode.OK);
        await AssertAsync(app, "/api/v1/movies?page=99999", HttpStatusCode.ServiceUnavailable);

        for (var visitor = 0; visitor < Warm; visitor++)
        {
            await AssertStaleAsync(app, visitor);
        }
    }

    [Fact]
    public async Task Without_any_page_the_answer_says_when_to_try_again()
    {
        await using var app = await StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        using var home = await app.GetAsync("/api/v1/home");
        using var random = await app.GetAsync("/api/v1/movies/random");

        Assert.Equal((503, 503), ((int)home.StatusCode, (int)random.StatusCode));
        Assert.NotNull(home.Headers.RetryAfter);
        Assert.NotNull(random.Headers.RetryAfter);
    }

    private Task<GatewayApp> StartAsync(params string[] settings) =>
        GatewayApp.StartAsync(_clock, true, ["RateLimits:PerMinute=1000000", .. settings]);

    private static CatalogueWatch Watch(GatewayApp app) => app.Services.GetRequiredService<CatalogueWatch>();

    private static int Asked(GatewayApp app) =>
        app.Metadata.Asked.Count(path => path.StartsWith("/api/v1/movies", StringComparison.Ordinal));

    private static string Address(int page) => $"/api/v1/movies?page={page + 2}";

    // Twice, so that the address is known as well.
    private static async Task WarmAsync(GatewayApp app)
    {
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));
        for (var page = 0; page < Warm * 2; page++)
        {
            await app.Client.GetStringAsync(Address(page % Warm));
        }
    }

    // A look that hangs is given up when its time is over.
    private async Task AssertAsync(GatewayApp app, string path, HttpStatusCode status)
    {
        var answer = app.GetAsync(path);
        await Until(() =>
        {
            _clock.Advance(CatalogueWatch.Patience / 10);
            return answer.IsCompleted;
        });
        using var response = await answer;
        Assert.Equal(status, response.StatusCode);
    }

    private static async Task AssertStaleAsync(GatewayApp app, int page)
    {
        using var response = await app.GetAsync(Address(page));
        Assert.Equal((HttpStatusCode.OK, "stale"), (response.StatusCode, StalePagesTests.Cache(response)));
        Assert.NotNull(response.Headers.Age);
        Assert.Equal(StubMetadata.Page(1), await response.Content.ReadAsStringAsync());
    }
}
