using System.Net;
using System.Net.Sockets;
using System.Text;
using Gateway.Tests.Catalog;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Edge.Overload;

public class AdmissionTests
{
    private const string Path = "/api/v1/facets";

    /// <summary>A Gateway with two places and one to wait in, before a Metadata that answers when it is told to.</summary>
    private static async Task<(GatewayApp App, TaskCompletionSource Answer)> StartAsync(string patience)
    {
        var app = await GatewayApp.StartAsync(
            "Overload:Concurrent=2", "Overload:Waiting=1", $"Overload:Patience={patience}", "Catalog:Deadline=00:00:30");
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Metadata.On(Path, async context =>
        {
            await answer.Task;
            context.Response.ContentType = StubMetadata.Json;
            await context.Response.WriteAsync("{}");
        });
        return (app, answer);
    }

    /// <summary>Two requests that are being worked on, each another question.</summary>
    private static async Task<IReadOnlyList<Task<HttpResponseMessage>>> FillAsync(GatewayApp app)
    {
        Task<HttpResponseMessage>[] working = [app.GetAsync($"{Path}?genre=a"), app.GetAsync($"{Path}?genre=b")];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (app.Metadata.Requests.Count < 2)
        {
            await Task.Delay(5, limit.Token);
        }

        return working;
    }

    [Fact]
    public async Task What_is_too_much_is_refused_at_once_and_the_rest_answered()
    {
        var (app, answer) = await StartAsync(patience: "00:00:30");
        await using var _ = app;
        var working = await FillAsync(app);

        // One of these two waits; which one is up to the scheduler.
        var further = new List<Task<HttpResponseMessage>> { app.GetAsync($"{Path}?genre=c"), app.GetAsync($"{Path}?genre=d") };
        var refused = await Task.WhenAny(further);
        answer.SetResult();
        further.Remove(refused);
        var answered = await Task.WhenAll([.. working, .. further]);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await refused).StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), (await refused).Headers.RetryAfter!.Delta);
        Assert.Equal(503, (await ReadCatalogTests.ReadProblemAsync(await refused)).GetProperty("status").GetInt32());
        Assert.All(answered, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Fact]
    public async Task Who_waits_too_long_is_refused_and_the_places_are_free_afterwards()
    {
        var (app, answer) = await StartAsync(patience: "00:00:00.050");
        await using var _ = app;
        var working = await FillAsync(app);

        using var late = await app.GetAsync($"{Path}?genre=c");
        answer.SetResult();
        var answered = await Task.WhenAll(working);
        using var after = await app.GetAsync($"{Path}?genre=c");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
        Assert.All([.. answered, after], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Fact]
    public async Task Health_is_asked_for_in_any_rush()
    {
        var (app, answer) = await StartAsync(patience: "00:00:30");
        await using var _ = app;
        var working = await FillAsync(app);

        using var live = await app.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        answer.SetResult();
        await Task.WhenAll(working);
    }

    [Fact]
    public async Task Visitors_who_leave_give_their_places_back()
    {
        var (app, answer) = await StartAsync(patience: "00:00:30");
        await using var _ = app;
        for (var visitor = 0; visitor < 10; visitor++)
        {
            using var leaving = new CancellationTokenSource();
            var asked = app.Client.GetAsync($"{Path}?genre={visitor}", leaving.Token);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!app.Metadata.Asked.Any(address => address.EndsWith($"genre={visitor}", StringComparison.Ordinal)))
            {
                await Task.Delay(5, limit.Token);
            }

            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        }

        answer.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync($"{Path}?genre=last")).StatusCode);
    }

    [Fact]
    public async Task A_client_that_takes_nothing_of_its_answer_holds_up_nobody()
    {
        await using var app = await GatewayApp.StartAsync("Overload:Concurrent=1", "Overload:Waiting=0");
        app.Metadata.On("/api/v1/movies", $"{{\"padding\":\"{new string('x', 8_000_000)}\"}}").On(Path, "{}");
        using var slow = new TcpClient();
        slow.Client.ReceiveBufferSize = 1024;
        await slow.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /api/v1/movies HTTP/1.1\r\nHost: a\r\n\r\n"));
        var first = new byte[12];
        await slow.GetStream().ReadExactlyAsync(first);

        using var other = await app.GetAsync(Path);

        Assert.Equal("HTTP/1.1 200", Encoding.ASCII.GetString(first));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }
}
