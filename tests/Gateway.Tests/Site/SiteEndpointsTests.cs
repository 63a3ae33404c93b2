using System.Net;

namespace Gateway.Tests.Site;

public class SiteEndpointsTests
{
    private static async Task<GatewayApp> StartAsync()
    {
        var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7))
            .On("/api/v1/movies/410", "{}", 410, StubMetadata.ProblemJson)
            .On("/api/v1/movies/500", "{}", 500);
        return app;
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/catalog?genre=x&page=2", 200)]
    [InlineData("/favourites", 200)]
    [InlineData("/history", 200)]
    [InlineData("/about", 200)]
    [InlineData("/en", 200)]
    [InlineData("/en/catalog", 200)]
    [InlineData("/en/about", 200)]
    [InlineData("/movies/7", 200)]
    [InlineData("/movies/7/film-7", 200)]
    [InlineData("/en/movies/7/film-7", 200)]
    [InlineData("/movies/8", 404)]
    [InlineData("/en/movies/8/x", 404)]
    [InlineData("/movies/410", 410)]
    [InlineData("/movies/500", 200)]
    [InlineData("/movies/0", 404)]
    [InlineData("/movies/abc", 404)]
    [InlineData("/movies/7/a/b", 404)]
    [InlineData("/movies/99999999999", 404)]
    [InlineData("/nothing", 404)]
    [InlineData("/en/nothing", 404)]
    [InlineData("/de", 404)]
    public async Task Every_page_is_the_site_with_the_status_that_is_true(string path, int status)
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(GatewayApp.AppElement, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_page_is_asked_for_again_but_sent_only_when_it_changed()
    {
        await using var app = await StartAsync();
        using var first = await app.GetAsync("/about");

        using var response = await app.GetAsync("/about", $"If-None-Match: {first.Headers.ETag}");

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task A_film_page_is_served_when_Metadata_is_away()
    {
        await using var app = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        using var response = await app.GetAsync("/movies/7");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_film_page_and_all_its_pictures_ask_Metadata_once_each()
    {
        await using var app = await StartAsync();

        await app.GetAsync("/movies/7");
        await app.GetAsync("/en/movies/7");
        await app.GetAsync("/images/movies/7?size=s");
        await app.GetAsync("/images/movies/7?size=l");

        Assert.Equal(["/api/v1/movies/7", "/api/v1/movies/7"], app.Metadata.Asked);
    }

    [Fact]
    public async Task A_file_with_a_hash_in_its_name_is_kept_for_a_year()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/assets/index-a1b2c3.js", "Accept-Encoding: br");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task A_file_without_one_is_kept_for_an_hour()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/favicon.svg");

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(TimeSpan.FromHours(1), response.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("/assets/gone-123.js")]
    [InlineData("/assets")]
    [InlineData("/humans.txt")]
    [InlineData("/api")]
    [InlineData("/api/v1/movies/7/nothing")]
    [InlineData("/index.html")]
    public async Task A_missing_file_is_a_problem_and_never_the_page(string path)
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(StubMetadata.ProblemJson, response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Only_reads_are_offered(string method)
    {
        await using var app = await StartAsync();

        foreach (var path in new[] { "/", "/movies/7", "/api/v1/movies", "/images/movies/7", "/assets/index-a1b2c3.js", "/no/such" })
        {
            using var response = await app.SendAsync(new HttpMethod(method), path);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
        }
    }

    [Fact]
    public async Task A_site_that_is_not_built_says_how_to_build_it()
    {
        await using var app = await GatewayApp.StartAsync(null, withSite: false);

        using var response = await app.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("make up", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
