using Gateway.Edge.Pages;
using Hosts;
using Metadata.Client;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Edge.Pages;

public class PageCacheTests
{
    private const string List = "/api/v1/movies";
    private const string NoFacets =
        """{"genres":[],"countries":[],"decades":[],"sources":[],"ageRatings":[],"years":{},"ratings":{}}""";

    private const string Unlimited = "RateLimits:PerMinute=1000000";

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("/api/v1/movies")]
    [InlineData("/api/v1/movies/7")]
    [InlineData("/api/v1/movies/7/similar")]
    [InlineData("/api/v1/facets")]
    [InlineData("/api/v1/suggestions?q=a")]
    public async Task Metadata_is_asked_once_while_the_catalogue_stays_as_it_is(string path)
    {
        await using var app = await StartAsync(StubMetadata.Page(1));
        app.Metadata.On("/api/v1/", StubMetadata.Movie(7));

        var bodies = new List<string>();
        for (var round = 0; round < 20; round++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            bodies.Add(await app.Client.GetStringAsync(path));
        }

        Assert.Single(bodies.Distinct());
        Assert.Equal([path], app.Metadata.Asked);
    }

    [Fact]
    public async Task The_front_page_is_gathered_once()
    {
        await using var app = await StartAsync(StubMetadata.Page(1));
        app.Metadata.On("/api/v1/facets", NoFacets);

        var first = await app.Client.GetStringAsync("/api/v1/home");
        var asked = app.Metadata.Requests.Count;

        Assert.Equal(first, await app.Client.GetStringAsync("/api/v1/home"));
        Assert.Equal(asked, app.Metadata.Requests.Count);
    }

    [Fact]
    public async Task A_random_film_is_asked_for_each_time()
    {
        await using var app = await StartAsync("");
        app.Metadata.On("/api/v1/movies/random", StubMetadata.Movie(3));

        await app.Client.GetStringAsync("/api/v1/movies/random");
        await app.Client.GetStringAsync("/api/v1/movies/random");

        Assert.Equal(2, app.Metadata.Requests.Count);
    }

    [Fact]
    public async Task A_change_is_seen_at_the_next_look()
    {
        await using var app = await StartAsync(StubMetadata.Page(1));
        await app.Client.GetStringAsync(List);
        app.Metadata.On(List, StubMetadata.Page(1, 2)).Change();

        _clock.Advance(CatalogueWatch.CheckInterval);
        using var changed = await app.GetAsync(List);

        Assert.Equal(StubMetadata.Page(1, 2), await changed.Content.ReadAsStringAsync());
        Assert.Null(changed.Headers.Age);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_film_that_has_gone_is_gone_at_once_and_for_good(int status)
    {
        await using var app = await StartAsync("");
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7));
        await app.Client.GetStringAsync("/api/v1/movies/7");
        app.Metadata.On("/api/v1/movies/7", """{"title":"Gone"}""", status, StubMetadata.ProblemJson).Change();
        _clock.Advance(CatalogueWatch.CheckInterval);

        using var gone = await app.GetAsync("/api/v1/movies/7");
        app.Metadata.On("/api/v1/movies/7", "", 500);
        _clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await app.GetAsync("/api/v1/movies/7");

        Assert.Equal((status, 503), ((int)gone.StatusCode, (int)later.StatusCode));
    }

    [Fact]
    public async Task A_page_that_a_write_overtook_while_it_was_made_is_not_taken_for_new()
    {
        Assert.Equal(StubMetadata.Page(2), await ReadAfterWriteDuringLoadAsync(stampIsReadFirst: true));
    }

    [Fact]
    public async Task A_stamp_read_after_the_load_would_hide_the_write()
    {
        Assert.Equal(StubMetadata.Page(1), await ReadAfterWriteDuringLoadAsync(stampIsReadFirst: false));
    }

    [Fact]
    public async Task A_page_made_of_two_states_is_made_again()
    {
        await using var app = await StartAsync(StubMetadata.Page(1));
        app.Metadata.On("/api/v1/facets", async context =>
        {
            context.Response.Headers[CatalogueMark.Header] = "of a replica that lags";
            await context.Response.WriteAsync(NoFacets);
        });
        await app.Client.GetStringAsync("/api/v1/home");
        var asked = app.Metadata.Requests.Count;

        await app.Client.GetStringAsync("/api/v1/home");

        Assert.Equal(2 * asked, app.Metadata.Requests.Count);
    }

    private async Task<GatewayApp> StartAsync(string list)
    {
        var app = await GatewayApp.StartAsync(_clock, true, Unlimited);
        app.Metadata.On(List, list);
        return app;
    }

    // A load begins, a write is committed, the load ends with what was there before; then somebody reads.
    private async Task<string> ReadAfterWriteDuringLoadAsync(bool stampIsReadFirst)
    {
        await using var app = await StartAsync("");
        app.Metadata.On(List, async context =>
        {
            app.Metadata.On(List, StubMetadata.Page(2)).Change();
            if (!stampIsReadFirst)
            {
                context.Response.Headers[CatalogueMark.Header] = app.Metadata.Mark!.Stamp;
            }

            context.Response.ContentType = StubMetadata.Json;
            await context.Response.WriteAsync(StubMetadata.Page(1));
        });
        await app.Client.GetStringAsync(List);
        _clock.Advance(CatalogueWatch.CheckInterval);
        return await app.Client.GetStringAsync(List);
    }
}
