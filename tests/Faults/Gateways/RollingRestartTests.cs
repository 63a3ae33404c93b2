using System.Collections.Concurrent;
using System.Net;
using Faults.Rig;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Faults.Gateways;

/// <summary>Services that are told to end while visitors are there.</summary>
public class RollingRestartTests
{
    [Fact]
    public async Task Replicas_of_Metadata_are_restarted_one_by_one_and_nobody_notices()
    {
        await using var first = new Installation();
        await first.StartAsync();
        await using var second = new Installation();
        await second.StartAsync();
        await using var gateway = await GatewayInstallation.StartAsync(first.Address, second.Address);
        var (asked, isOver, failures) = (0, false, new ConcurrentQueue<int>());
        var visitors = Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var status = await gateway.AskAsync(Interlocked.Increment(ref asked));
                if (status != 200)
                {
                    failures.Enqueue(status);
                }
            }
        })).ToList();

        foreach (var replica in new[] { first, second, first })
        {
            await replica.Process.SignalAsync("TERM");
            Assert.Equal(0, await replica.Process.EndAsync());
            await replica.StartAsync();
            await Deadline.UntilAsync("the replica is ready", async () =>
            {
                using var ready = await gateway.Http.GetAsync(new Uri(replica.Address, "health/ready"));
                return ready.IsSuccessStatusCode;
            });
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(visitors);

        Assert.Empty(failures);
        Assert.True(asked > 500, $"Only {asked} requests were sent.");
    }

    [Fact]
    public async Task A_Gateway_that_is_told_to_end_answers_who_waits_and_hands_on_what_was_played()
    {
        var release = new TaskCompletionSource();
        var plays = new ConcurrentQueue<string>();
        await using var metadata = await StubHost.StartAsync(async context =>
        {
            if (context.Request.Path == "/api/v1/plays")
            {
                using var reader = new StreamReader(context.Request.Body);
                plays.Enqueue(await reader.ReadToEndAsync());
                return;
            }

            // A Metadata that does not even tell its state is taken for gone, and asked for nothing.
            var isLook = context.Request.Path.Value is "/health/ready" or "/api/v1/mark";
            await (isLook ? Task.CompletedTask : release.Task);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(isLook
                ? """{"generation":1,"revision":1,"stamp":"0000000000000001"}"""
                : """{"items":[],"total":0,"page":1,"pageSize":24}""");
        });
        await using var gateway = await GatewayInstallation.StartAsync(metadata.BaseUrl);
        using (var played = await gateway.Http.PostAsync("api/v1/movies/7/plays", null))
        {
            Assert.Equal(HttpStatusCode.Accepted, played.StatusCode);
        }

        var waiting = Enumerable.Range(1, 50).Select(gateway.AskAsync).ToList();
        await Deadline.UntilAsync("all ask", () => metadata.Requests.Count(request =>
            request.PathAndQuery.StartsWith("/api/v1/movies", StringComparison.Ordinal)) >= 50);
        await gateway.Process.SignalAsync("TERM");
        await Deadline.UntilAsync("it is not ready", async () =>
        {
            using var ready = await gateway.Http.GetAsync("health/ready");
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        release.SetResult();

        Assert.All(await Task.WhenAll(waiting), status => Assert.Equal(200, status));
        Assert.Equal(0, await gateway.Process.EndAsync());
        Assert.Equal("""[{"movieId":7,"count":1}]""", Assert.Single(plays));
    }
}
