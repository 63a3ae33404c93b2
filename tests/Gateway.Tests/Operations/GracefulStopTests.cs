using System.Net;
using System.Net.Sockets;
using Gateway.Tests.Catalog;
using Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests.Operations;

public class GracefulStopTests
{
    [Fact]
    public async Task Told_to_stop_it_says_that_it_is_not_ready_and_goes_on_answering_for_a_while()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var app = await GatewayApp.StartAsync(clock, withSite: true, "Stopping:Notice=00:00:05");
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));

        Stop(app);
        using var ready = await app.GetAsync("/health/ready");
        using var live = await app.GetAsync("/health/live");
        using var films = await app.GetAsync("/api/v1/movies");

        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { ready.StatusCode, live.StatusCode, films.StatusCode });
        await EndAsync(app, clock);
    }

    [Fact]
    public async Task What_is_under_way_is_finished()
    {
        await using var app = await GatewayApp.StartAsync();
        var release = new TaskCompletionSource();
        app.Metadata.On("/api/v1/movies", async context =>
        {
            await release.Task;
            context.Response.ContentType = StubMetadata.Json;
            await context.Response.WriteAsync(StubMetadata.Page(1));
        });
        var film = app.GetAsync("/api/v1/movies");
        await ReadCatalogTests.Until(() => !app.Metadata.Requests.IsEmpty);

        Stop(app);
        await ReadCatalogTests.Until(() => !CanConnect(app.Client.BaseAddress!));
        Assert.False(film.IsCompleted);
        release.SetResult();
        using var answer = await film;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // As the signal to end does.
    private static void Stop(GatewayApp app) => app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

    private static bool CanConnect(Uri address)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task EndAsync(GatewayApp app, ManualTimeProvider clock)
    {
        var ending = app.DisposeAsync().AsTask();
        await ReadCatalogTests.Until(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            return ending.IsCompleted;
        });
        await ending;
    }
}
