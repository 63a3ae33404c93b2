using System.Net;
using Gateway.Reports;
using Gateway.Tests.Catalog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests.Reports;

public class CountPlayTests
{
    [Fact]
    public async Task Plays_go_to_Metadata_together_under_the_write_key()
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.PlayAsync(7);
        using var other = await app.PlayAsync(9);
        await app.SendAsync(1);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var batch = Assert.Single(app.Batches);
        Assert.Equal("/api/v1/plays", batch.Path);
        Assert.Equal("""[{"movieId":7,"count":1},{"movieId":9,"count":1}]""", batch.Body);
        Assert.StartsWith("Bearer ", batch.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_counts_once_an_hour_however_often_it_plays()
    {
        await using var app = await ReportsApp.StartAsync();

        for (var play = 0; play < 50; play++)
        {
            using var answer = await app.PlayAsync(7);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        await app.SendAsync(1);
        app.Clock.Advance(TimeSpan.FromMinutes(60));
        using var later = await app.PlayAsync(7);
        await app.SendAsync(2);

        Assert.Equal([1, 1], app.Counted.Select(play => play.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    public async Task What_Metadata_does_not_take_is_sent_again_under_the_same_key(int failure)
    {
        await using var app = await ReportsApp.StartAsync();
        app.Status = failure;
        using var first = await app.PlayAsync(7);
        await app.SendAsync(1);
        using var second = await app.PlayAsync(9);

        app.Status = 204;
        await app.SendAsync(3);

        var batches = app.Batches.ToList();
        Assert.Equal((batches[0].Key, batches[0].Body), (batches[1].Key, batches[1].Body));
        Assert.NotEqual(batches[1].Key, batches[2].Key);
        Assert.Equal([7, 9], app.Counted.Select(play => play.GetProperty("movieId").GetInt32()));
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_play_count_twice()
    {
        await using var app = await ReportsApp.StartAsync();
        using var play = await app.PlayAsync(7);
        app.App.Metadata.On("/api/v1/plays", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            app.Batches.Enqueue(new SentBatch(
                context.Request.Path, context.Request.Headers["Idempotency-Key"].ToString(), "", await reader.ReadToEndAsync(), 204));
            if (app.Batches.Count < 20)
            {
                context.Abort();
            }
        });

        for (var sent = 1; sent <= 20; sent++)
        {
            await app.SendAsync(sent);
        }

        Assert.Equal([1], app.Counted.Select(film => film.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_batch_that_Metadata_will_never_take_does_not_hold_up_the_next()
    {
        await using var app = await ReportsApp.StartAsync();
        app.Status = 400;
        using var first = await app.PlayAsync(7);
        await app.SendAsync(1);
        using var second = await app.PlayAsync(9);
        app.Status = 204;

        await app.SendAsync(2);

        Assert.Equal([9], app.Counted.Select(play => play.GetProperty("movieId").GetInt32()));
    }

    [Fact]
    public async Task What_waits_is_handed_on_when_the_service_stops()
    {
        await using var app = await ReportsApp.StartAsync();
        for (var film = 1; film <= 100; film++)
        {
            using var answer = await app.PlayAsync(film);
        }

        app.App.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Catalog.ReadCatalogTests.Until(() => !app.Batches.IsEmpty);

        Assert.Equal(Enumerable.Range(1, 100), app.Counted.Select(play => play.GetProperty("movieId").GetInt32()).Order());
    }

    [Fact]
    public async Task Without_a_key_plays_wait_and_the_service_goes_on()
    {
        await using var app = await ReportsApp.StartAsync("DataDirectory=/dev/null/nowhere");
        using var play = await app.PlayAsync(7);

        app.Clock.Advance(ReportsApp.Interval);
        using var next = await app.PlayAsync(9);
        app.Clock.Advance(ReportsApp.Interval);
        using var live = await app.App.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        // What is tried to be sent is put back when that fails.
        await ReadCatalogTests.Until(() => app.App.Services.GetRequiredService<VisitorReports>().Plays.Waiting == 2);
        Assert.Empty(app.Batches);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    public async Task Pages_of_other_sites_cannot_count(string header)
    {
        await using var app = await ReportsApp.StartAsync();

        using var refused = await app.PlayAsync(7, header);
        using var own = await app.PlayAsync(9, "Sec-Fetch-Site: same-origin", "Origin: http://127.0.0.1");
        await app.SendAsync(1);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal([9], app.Counted.Select(play => play.GetProperty("movieId").GetInt32()));
    }

    [Fact]
    public async Task A_play_has_no_body()
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.App.Client.PostAsync("/api/v1/movies/7/plays", new StringContent("x=1"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/movies/0/plays")]
    [InlineData("/api/v1/movies/-1/plays")]
    [InlineData("/api/v1/movies/99999999999/plays")]
    [InlineData("/api/v1/movies/x/plays")]
    public async Task Only_a_film_can_be_played(string path)
    {
        await using var app = await ReportsApp.StartAsync();

        using var answer = await app.App.SendAsync(HttpMethod.Post, path);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        Assert.Empty(app.App.Metadata.Requests);
    }
}
