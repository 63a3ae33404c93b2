using System.Net;
using System.Text.Json;
using Hosts;

namespace Gateway.Tests.Catalog;

public class ReadCatalogTests
{
    [Theory]
    [InlineData("/api/v1/movies?page=2", "/api/v1/movies?page=2")]
    [InlineData("/api/v1/movies/7", "/api/v1/movies/7")]
    [InlineData("/api/v1/movies/7/similar?limit=3", "/api/v1/movies/7/similar?limit=3")]
    [InlineData("/api/v1/movies/random?genre=%D0%BD%D1%83%D0%B0%D1%80", "/api/v1/movies/random?genre=%D0%BD%D1%83%D0%B0%D1%80")]
    [InlineData("/api/v1/facets?country=x", "/api/v1/facets?country=x")]
    [InlineData("/api/v1/suggestions?q=%D0%B1&limit=2", "/api/v1/suggestions?q=%D0%B1&limit=2")]
    public async Task An_answer_is_handed_on_byte_for_byte(string asked, string atMetadata)
    {
        await using var app = await GatewayApp.StartAsync();
        const string Body = "{\"odd\" : \"spacing\\u0021\"}";
        app.Metadata.On(atMetadata, Body);

        using var response = await app.GetAsync(asked);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Body, await response.Content.ReadAsStringAsync());
        Assert.Equal(StubMetadata.Json, response.Content.Headers.ContentType?.ToString());
        Assert.Equal([atMetadata], app.Metadata.Asked);
    }

    [Theory]
    [InlineData("sort=title&q=%D0%B1%D1%80%D0%B0%D1%82&page=2", "q=%D0%B1%D1%80%D0%B0%D1%82&sort=title&page=2")]
    [InlineData("genre=b&genre=a&genre=b", "genre=a&genre=b")]
    [InlineData("includeInactive=true&page=2", "page=2")]
    [InlineData("INCLUDEINACTIVE=true", "")]
    [InlineData("utm_source=x&fbclid=y", "")]
    [InlineData("q=&yearFrom=", "")]
    [InlineData("q=a%26includeInactive%3Dtrue", "q=a%26includeInactive%3Dtrue")]
    [InlineData("q=%23x%0d%0aHost:evil", "q=%23x%0D%0AHost%3Aevil")]
    [InlineData("PAGESIZE=5", "pageSize=5")]
    public async Task Only_known_parameters_travel_on_in_a_fixed_order(string asked, string atMetadata)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));

        using var response = await app.GetAsync($"/api/v1/movies?{asked}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([atMetadata.Length == 0 ? "/api/v1/movies" : $"/api/v1/movies?{atMetadata}"], app.Metadata.Asked);
    }

    [Theory]
    [InlineData(400, """{"title":"Bad Request","status":400,"errors":{"page":["1 or more."]}}""")]
    [InlineData(404, """{"title":"Not Found","status":404}""")]
    [InlineData(410, """{"title":"Gone","status":410}""")]
    public async Task A_refusal_is_handed_on_as_it_is_and_not_kept(int status, string problem)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies/7", problem, status, StubMetadata.ProblemJson);

        using var response = await app.GetAsync("/api/v1/movies/7");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(problem, await response.Content.ReadAsStringAsync());
        Assert.Equal(StubMetadata.ProblemJson, response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData(500, StubMetadata.ProblemJson)]
    [InlineData(502, "text/html")]
    [InlineData(429, StubMetadata.ProblemJson)]
    [InlineData(401, StubMetadata.ProblemJson)]
    [InlineData(301, "text/html")]
    [InlineData(404, "text/html")]
    [InlineData(200, "text/html")]
    public async Task Any_other_answer_is_a_failure_of_ours_and_tells_nothing(int status, string contentType)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies", "SQLite Error 14: /srv/movies.db", status, contentType);

        using var response = await app.GetAsync("/api/v1/movies");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        var problem = await ReadProblemAsync(response);
        Assert.Equal(503, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("SQLite", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_that_is_not_there_is_503_with_a_time_to_try_again()
    {
        await using var app = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        using var response = await app.GetAsync("/api/v1/movies");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("127.0.0.1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/movies")]
    [InlineData("/api/v1/movies/7")]
    [InlineData("/api/v1/facets")]
    public async Task Metadata_that_hangs_is_504_at_the_deadline(string path)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        await using var app = await GatewayApp.StartAsync(clock);
        app.Metadata.Hang(path);

        var answer = app.GetAsync(path);
        await Until(() => app.Metadata.Requests.Count == 1);
        clock.Advance(TimeSpan.FromSeconds(2));
        using var response = await answer;

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal(504, (await ReadProblemAsync(response)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_body_that_stops_half_way_is_a_failure_and_not_an_answer()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies", async context =>
        {
            context.Response.ContentType = StubMetadata.Json;
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("{\"items\":["u8.ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        using var response = await app.GetAsync("/api/v1/movies");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task An_endless_body_is_cut_off()
    {
        await using var app = await GatewayApp.StartAsync("Catalog:MaxAnswerBytes=2048");
        app.Metadata.On("/api/v1/movies", new string(' ', 2049));

        using var response = await app.GetAsync("/api/v1/movies");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task A_random_film_is_never_kept()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies/random", StubMetadata.Movie(3));

        using var response = await app.GetAsync("/api/v1/movies/random");

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
    }

    internal static async Task<JsonElement> ReadProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal(StubMetadata.ProblemJson, response.Content.Headers.ContentType?.ToString());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    internal static async Task Until(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(5, deadline.Token);
        }
    }
}
