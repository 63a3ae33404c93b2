using System.Net;
using Gateway.Edge.Pages;
using Hosts;
using Metadata.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Gateway.Tests.Catalog.ReadCatalogTests;

namespace Gateway.Tests.Edge.Pages;

/// <summary>Pages whose successors are slow to come or do not come at all.</summary>
public class StalePagesTests
{
    private const string List = "/api/v1/movies";

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_page_that_takes_long_to_make_anew_is_shown_as_it_was_meanwhile()
    {
        await using var app = await StartAsync(StubMetadata.Page(1));
        await app.Client.GetStringAsync(List);
        var slow = new TaskCompletionSource();
        app.Metadata.On(List, async context =>
        {
            await slow.Task;
            context.Response.ContentType = StubMetadata.Json;
            await context.Response.WriteAsync(StubMetadata.Page(2));
        }).Change();
        _clock.Advance(TimeSpan.FromSeconds(42));

        var waiting = app.GetAsync(List);
        await Until(() => app.Metadata.Requests.Count == 2 && _clock.WaitingTimers > 0);
        await Until(() =>
        {
            _clock.Advance(PageCache.Patience / 10);
            return waiting.IsCompleted;
        });
        using var stale = await waiting;
        using var atOnce = await app.GetAsync(List);
        slow.SetResult();
        await Until(() => app.Services.GetRequiredService<PageMemory>().Find("movies?")!.Page!.Stamp == "a2");
        using var fresh = await app.GetAsync(List);

        Assert.Equal((StubMetadata.Page(1), "stale"), (await stale.Content.ReadAsStringAsync(), Cache(stale)));
        Assert.Equal("stale", Cache(atOnce));
        Assert.InRange(stale.Headers.Age ?? TimeSpan.Zero, TimeSpan.FromSeconds(42), TimeSpan.FromSeconds(44));
        Assert.Equal((StubMetadata.Page(2), null), (await fresh.Content.ReadAsStringAsync(), Cache(fresh)));
        Assert.Equal(2, app.Metadata.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_page_that_cannot_be_made_anew_is_shown_as_it_was(int status)
    {
        await using var app = await StartAsync(StubMetadata.Page(1));
        await app.Client.GetStringAsync(List);
        app.Metadata.On(List, "", status).Change();
        _clock.Advance(TimeSpan.FromMinutes(2));

        using var response = await app.GetAsync(List);

        Assert.Equal((200, "stale", TimeSpan.FromMinutes(2)), ((int)response.StatusCode, Cache(response), response.Headers.Age));
        Assert.Equal(StubMetadata.Page(1), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_hundred_visitors_of_a_failing_page_are_one_attempt_a_second()
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, "RateLimits:PerMinute=1000000");
        app.Metadata.On(List, "", 500);

        for (var second = 1; second <= 5; second++)
        {
            var visitors = Enumerable.Range(0, 200).Select(_ => app.GetAsync(List)).ToList();
            foreach (var answer in await Task.WhenAll(visitors))
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.NotNull(answer.Headers.RetryAfter);
            }

            // One in five attempts may be repeated at once.
            Assert.InRange(app.Metadata.Requests.Count, second, second + 1 + (second / 5));
            _clock.Advance(SharedLoads.FailureLife);
        }
    }

    [Fact]
    public async Task A_Metadata_that_tells_no_state_is_asked_each_time_and_its_pages_still_help_when_it_fails()
    {
        await using var app = await StartAsync(StubMetadata.Page(1));
        app.Metadata.Mark = null;
        await app.Client.GetStringAsync(List);
        await app.Client.GetStringAsync(List);
        Assert.Equal(2, app.Metadata.Requests.Count);
        app.Metadata.On(List, "", 500);

        using var response = await app.GetAsync(List);

        Assert.Equal((200, "stale"), ((int)response.StatusCode, Cache(response)));
    }

    internal static string? Cache(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Cache", out var values) ? string.Concat(values) : null;

    private async Task<GatewayApp> StartAsync(string list)
    {
        var app = await GatewayApp.StartAsync(_clock);
        app.Metadata.On(List, list);
        return app;
    }
}
