using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gateway.Tests.Catalog;

namespace Gateway.Tests.Site.Posters;

public class ShowPosterTests
{
    [Fact]
    public async Task A_film_without_a_picture_gets_a_drawn_one_that_keeps()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7, "Метрополис"));

        using var response = await app.GetAsync("/images/movies/7");

        await FilmPicturesTests.AssertDrawnAsync(response, "public, max-age=3600, stale-while-revalidate=86400");
        Assert.Contains("метрополис", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("s", 320)]
    [InlineData("m", 640)]
    [InlineData("l", 1280)]
    public async Task A_drawn_poster_has_the_size_asked_for(string size, int width)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7));

        var svg = XDocument.Parse(await app.Client.GetStringAsync($"/images/movies/7?size={size}")).Root!;

        Assert.Equal((width, width * 9 / 16), ((int)svg.Attribute("width")!, (int)svg.Attribute("height")!));
    }

    [Theory]
    [InlineData("size=xxl", "size")]
    [InlineData("size=s&size=m", "size")]
    [InlineData("bare=perhaps", "bare")]
    public async Task Another_value_is_refused_by_name(string query, string parameter)
    {
        await using var app = await GatewayApp.StartAsync();

        using var response = await app.GetAsync($"/images/movies/7?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await ReadCatalogTests.ReadProblemAsync(response)).GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task Without_Metadata_a_card_still_gets_something_to_show()
    {
        await using var app = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        using var response = await app.GetAsync("/images/movies/7");

        await FilmPicturesTests.AssertDrawnAsync(response, "no-store");
    }

    [Fact]
    public async Task A_bare_poster_has_no_lettering()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7));

        var lettered = await app.Client.GetStringAsync("/images/movies/7?size=l");
        var bare = await app.Client.GetStringAsync("/images/movies/7?size=l&bare=true");

        Assert.Contains("<text", lettered, StringComparison.Ordinal);
        Assert.DoesNotContain("<text", bare, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "public, max-age=3600, stale-while-revalidate=86400")]
    [InlineData("&v={0}", "public, max-age=31536000, immutable")]
    [InlineData("&v=0000000000000000", "public, max-age=3600, stale-while-revalidate=86400")]
    [InlineData("&v=", "public, max-age=3600, stale-while-revalidate=86400")]
    public async Task A_picture_may_be_kept_for_ever_under_its_version_only(string version, string cacheControl)
    {
        await using var app = await GatewayApp.StartAsync("Network:AllowPrivateAddresses=true", "Posters:Patience=00:00:30");
        var picture = new Uri(app.Metadata.BaseUrl, "/pictures/7");
        app.Metadata.On("/pictures/7", async context => await context.Response.Body.WriteAsync(SmallPictures.Jpeg))
            .On("/api/v1/movies/7", StubMetadata.Movie(7, more: $",\"imageUrl\":\"{picture}\""));
        using var first = await app.GetAsync("/images/movies/7");
        using var film = JsonDocument.Parse(await app.Client.GetStringAsync("/api/v1/movies/7"));
        var known = film.RootElement.GetProperty("imageUrl").GetString()!.Split("v=")[^1];

        using var response = await app.GetAsync(
            "/images/movies/7?size=s" + version.Replace("{0}", known, StringComparison.Ordinal));

        Assert.Equal("image/webp", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(cacheControl, string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Equal("default-src 'none'; sandbox", string.Join(", ", response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", string.Join(", ", response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_drawn_poster_is_never_kept_for_ever()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7));

        using var response = await app.GetAsync("/images/movies/7?v=0123456789abcdef");

        Assert.Equal(TimeSpan.FromHours(1), response.Headers.CacheControl?.MaxAge);
    }
}
