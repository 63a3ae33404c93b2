using System.Net;
using System.Text.Json;
using Hosts;

namespace Gateway.Tests.Catalog;

public class OpenMovieTests
{
    private const string Similar = """[{"id":8,"title":"Метрополис","reason":"sameGenres"}]""";

    private static async Task<GatewayApp> StartAsync(ManualTimeProvider? clock = null)
    {
        var app = await GatewayApp.StartAsync(clock);
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7)).On("/api/v1/movies/7/similar", Similar);
        return app;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    [Fact]
    public async Task The_film_and_films_like_it_come_in_one_answer()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/api/v1/movies/7/page");

        var page = await ReadAsync(response);
        Assert.Equal(7, page.GetProperty("movie").GetProperty("id").GetInt32());
        Assert.Equal(Similar, page.GetProperty("similar").GetRawText());
        Assert.Equal("[]", page.GetProperty("missing").GetRawText());
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task Without_films_like_it_the_page_goes_out_and_is_not_kept()
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies/7/similar", "{}", 500);

        using var response = await app.GetAsync("/api/v1/movies/7/page");

        var page = await ReadAsync(response);
        Assert.Equal("""["similar"]""", page.GetProperty("missing").GetRawText());
        Assert.Equal("[]", page.GetProperty("similar").GetRawText());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task A_part_that_hangs_holds_the_page_up_for_less_than_a_second()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        await using var app = await StartAsync(clock);
        app.Metadata.Hang("/api/v1/movies/7/similar");

        var answer = app.GetAsync("/api/v1/movies/7/page");
        await ReadCatalogTests.Until(() => app.Metadata.Requests.Count == 2);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        using var response = await answer;

        Assert.Equal("""["similar"]""", (await ReadAsync(response)).GetProperty("missing").GetRawText());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_film_that_is_not_there_is_refused_whatever_else_hangs(int status)
    {
        await using var app = await StartAsync();
        app.Metadata.Hang("/api/v1/movies/7/similar").On("/api/v1/movies/7", """{"status":1}""", status, StubMetadata.ProblemJson);

        using var response = await app.GetAsync("/api/v1/movies/7/page");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }
}
