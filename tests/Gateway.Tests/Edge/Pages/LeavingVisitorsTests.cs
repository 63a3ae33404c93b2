using System.Net;
using Gateway.Edge.Pages;
using Hosts;
using Metadata.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Gateway.Tests.Catalog.ReadCatalogTests;

namespace Gateway.Tests.Edge.Pages;

/// <summary>Visitors who close the tab while a page is made.</summary>
public class LeavingVisitorsTests
{
    private const string List = "/api/v1/movies";
    private const string Unlimited = "RateLimits:PerMinute=1000000";
    private const int Kilobyte = 1024;
    private const int Kilobytes = 20;

    // Stands still: no deadline passes while visitors gather.
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    private static readonly string Body = StubMetadata.Page([.. Enumerable.Range(1, 24)]);

    [Fact]
    public async Task The_last_of_a_thousand_visitors_gets_the_whole_page_from_one_question()
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, Unlimited);
        var end = HoldUp(app.Metadata);
        using var leaving = new CancellationTokenSource();
        var gone = await GatherAsync(app, 999, leaving.Token);
        var last = app.Client.GetAsync(List);
        await Until(() => Waiting(app) == 1_000);

        await leaving.CancelAsync();
        await Until(() => Waiting(app) == 1);
        end.SetResult();
        using var response = await last;

        Assert.Equal((HttpStatusCode.OK, Body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Single(app.Metadata.Requests);
        Assert.All(gone, visitor => Assert.True(visitor.IsCanceled));
    }

    [Fact]
    public async Task When_all_have_left_the_question_is_called_off()
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, Unlimited);
        var calledOff = new TaskCompletionSource();
        app.Metadata.On(List, async context =>
        {
            context.RequestAborted.Register(calledOff.SetResult);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var leaving = new CancellationTokenSource();
        var visitors = await GatherAsync(app, 1_000, leaving.Token);

        await leaving.CancelAsync();

        await calledOff.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Until(() => visitors.TrueForAll(visitor => visitor.IsCanceled));
    }

    [Fact]
    public async Task The_frameworks_output_cache_fails_those_who_wait_behind_a_visitor_who_leaves()
    {
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        await using var framework = await StartOutputCacheAsync(async context =>
        {
            begun.TrySetResult();
            await Task.WhenAny(end.Task, Task.Delay(Timeout.Infinite, context.RequestAborted));
            context.RequestAborted.ThrowIfCancellationRequested();
            await context.Response.WriteAsync(Body);
        });
        using var client = new HttpClient { BaseAddress = new Uri(framework.Urls.Single()) };
        using var leaving = new CancellationTokenSource();
        var first = client.GetAsync("/", leaving.Token);
        await begun.Task;
        var waiting = Enumerable.Range(0, 50).Select(_ => client.GetAsync("/")).ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(300));

        await leaving.CancelAsync();
        await Until(() => first.IsCanceled);
        await Task.WhenAny(Task.WhenAll(waiting), Task.Delay(TimeSpan.FromSeconds(1)));
        end.SetResult();

        var bodies = await Task.WhenAll(waiting.Select(async answer => await (await answer).Content.ReadAsStringAsync()));
        Assert.NotEqual(50, bodies.Count(body => body == Body));
    }

    [Fact]
    public async Task Wherever_the_first_visitor_leaves_a_streamed_page_nobody_gets_a_piece_of_it()
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, Unlimited);
        var page = $"\"{new string('x', (Kilobytes * Kilobyte) - 2)}\"";
        var stream = new SteppedStream(page, Kilobyte);
        app.Metadata.On(List, stream.AnswerAsync);

        for (var round = 0; round < 1_000; round++)
        {
            stream.StopAfter(round % Kilobytes);
            var path = $"{List}?page={round + 2}";
            using var leaving = new CancellationTokenSource();
            var leader = app.Client.GetAsync(path, leaving.Token);
            await stream.Stopped;
            // In half of the rounds somebody waits behind the leader, in the others the load is called off.
            var follower = round % 2 == 0 ? app.Client.GetStringAsync(path) : null;
            await Until(() => Waiting(app, $"movies?page={round + 2}") == (follower is null ? 1 : 2));
            await leaving.CancelAsync();
            await Until(() => leader.IsCompleted && Waiting(app, $"movies?page={round + 2}") == (follower is null ? 0 : 1));
            stream.GoOn();

            Assert.Equal(page, await (follower ?? app.Client.GetStringAsync(path)));
            Assert.Equal(page, await app.Client.GetStringAsync(path));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_Metadata_breaks_off_is_not_kept(bool tellsLength)
    {
        await using var app = await GatewayApp.StartAsync(_clock, true, Unlimited);
        for (var kilobytes = 0; kilobytes < Kilobytes; kilobytes++)
        {
            var path = $"{List}?page={kilobytes + 2}";
            app.Metadata.On(List, async context =>
            {
                context.Response.ContentType = StubMetadata.Json;
                context.Response.ContentLength = tellsLength ? Kilobytes * Kilobyte : null;
                await context.Response.WriteAsync(new string('x', kilobytes * Kilobyte));
                await context.Response.Body.FlushAsync();
                context.Abort();
            });
            using var broken = await app.GetAsync(path);
            app.Metadata.On(List, Body);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
            Assert.Null(app.Services.GetRequiredService<PageMemory>().Find($"movies?page={kilobytes + 2}"));
        }
    }

    // By the hundred, for no more connections are made at once than the system queues.
    private static async Task<List<Task<HttpResponseMessage>>> GatherAsync(GatewayApp app, int count, CancellationToken leaving)
    {
        var visitors = new List<Task<HttpResponseMessage>>();
        while (visitors.Count < count)
        {
            visitors.AddRange(Enumerable.Range(0, Math.Min(100, count - visitors.Count))
                .Select(_ => app.Client.GetAsync(List, leaving)).ToList());
            await Until(() => Waiting(app) == visitors.Count);
        }

        return visitors;
    }

    private static int Waiting(GatewayApp app, string key = "movies?") =>
        app.Services.GetRequiredService<SharedLoads<MadePage>>().WaitersFor($"a1/{key}");

    private static TaskCompletionSource HoldUp(StubMetadata metadata)
    {
        var end = new TaskCompletionSource();
        metadata.On(List, async context =>
        {
            await end.Task;
            context.Response.ContentType = StubMetadata.Json;
            await context.Response.WriteAsync(Body);
        });
        return end;
    }

    private static async Task<WebApplication> StartOutputCacheAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Cache()));
        var app = builder.Build();
        app.UseOutputCache();
        app.MapGet("/", answer).CacheOutput();
        await app.StartAsync();
        return app;
    }
}
