using System.Net;
using System.Xml.Linq;
using Gateway.Tests.Catalog;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Site.Posters;

public class FilmPicturesTests
{
    private const string Allow = "Network:AllowPrivateAddresses=true";

    private const string AsItIs = "Posters:Resize=false";

    private static readonly byte[] Jpeg = SmallPictures.Jpeg;

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Film 7, whose picture the stub serves at /pictures/7 (or wherever <paramref name="picture"/> says).</summary>
    private static async Task<GatewayApp> StartAsync(RequestDelegate? answer, string[] settings, TimeProvider? clock = null, string? picture = null)
    {
        var app = await GatewayApp.StartAsync(clock, true, settings);
        picture ??= new Uri(app.Metadata.BaseUrl, "/pictures/7").ToString();
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7, more: $",\"imageUrl\":\"{picture}\""));
        if (answer is not null)
        {
            app.Metadata.On("/pictures/7", answer);
        }

        return app;
    }

    private static RequestDelegate Bytes(byte[] bytes, string contentType = "image/jpeg", int status = 200) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(bytes);
    };

    private static int Fetches(GatewayApp app) => app.Metadata.Asked.Count(path => path.StartsWith("/pictures", StringComparison.Ordinal));

    internal static async Task AssertDrawnAsync(HttpResponseMessage response, string? cacheControl = null)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("svg", XDocument.Parse(await response.Content.ReadAsStringAsync()).Root?.Name.LocalName);
        if (cacheControl is not null)
        {
            Assert.Equal(cacheControl, string.Join(", ", response.Headers.GetValues("Cache-Control")));
        }
    }

    [Fact]
    public async Task A_picture_comes_from_its_host_once_and_then_from_the_shelf()
    {
        await using var app = await StartAsync(Bytes(Jpeg, "text/html"), [Allow, AsItIs]);

        using var first = await app.GetAsync("/images/movies/7?size=l");
        using var second = await app.GetAsync("/images/movies/7?size=s");

        Assert.Equal("image/jpeg", first.Content.Headers.ContentType?.ToString());
        Assert.Equal(Jpeg, await first.Content.ReadAsByteArrayAsync());
        Assert.Equal(TimeSpan.FromHours(1), first.Headers.CacheControl?.MaxAge);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(1, Fetches(app));
        Assert.Single(Directory.GetFiles(Path.Combine(app.DataDirectory, "posters")), file => file.EndsWith(".jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_who_ask_at_once_cause_one_fetch()
    {
        var gate = new TaskCompletionSource();
        await using var app = await StartAsync(
            async context =>
            {
                await gate.Task;
                await Bytes(Jpeg)(context);
            },
            [Allow, AsItIs, "Posters:Patience=00:00:30"]);

        var asking = Enumerable.Range(0, 20).Select(_ => app.GetAsync("/images/movies/7")).ToList();
        await ReadCatalogTests.Until(() => Fetches(app) == 1);
        gate.SetResult();
        var answers = await Task.WhenAll(asking);

        Assert.All(answers, answer => Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(1, Fetches(app));
    }

    public static TheoryData<string, int, string, byte[]> Unfit => new()
    {
        { "an SVG", 200, "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray() },
        { "a page", 200, "image/jpeg", "<!doctype html><script>alert(1)</script>"u8.ToArray() },
        { "nothing", 200, "image/jpeg", [] },
        { "a script", 200, "image/svg+xml", "<?xml version=\"1.0\"?><svg><script>alert(1)</script></svg>"u8.ToArray() },
        { "a JPEG's beginning", 200, "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[2000]] },
        { "a page behind a JPEG's first bytes", 200, "image/jpeg", [0xFF, 0xD8, 0xFF, .. "<script>alert(1)</script>"u8] },
        { "too much", 200, "image/jpeg", [.. SmallPictures.Jpeg, .. new byte[5000]] },
        { "a bomb of pixels", 200, "image/png", SmallPictures.PngClaiming(100_000, 100_000) },
        { "one pixel too many", 200, "image/png", SmallPictures.PngClaiming(5_000, 5_001) },
        { "a bomb of pixels below nothing", 200, "image/png", SmallPictures.PngClaiming(-40, -30) },
        { "404", 404, "image/jpeg", [0xFF, 0xD8, 0xFF] },
        { "500", 500, "image/jpeg", [0xFF, 0xD8, 0xFF] },
        { "429", 429, "image/jpeg", [0xFF, 0xD8, 0xFF] },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_is_no_picture_is_never_passed_on_and_not_asked_for_again_soon(string what, int status, string type, byte[] bytes)
    {
        await using var app = await StartAsync(Bytes(bytes, type, status), [Allow, "Posters:MaxPictureBytes=4000"], _clock);

        using var first = await app.GetAsync("/images/movies/7");
        using var second = await app.GetAsync("/images/movies/7");
        var fetches = Fetches(app);
        _clock.Advance(TimeSpan.FromMinutes(11));
        using var later = await app.GetAsync("/images/movies/7");

        await AssertDrawnAsync(first, "public, max-age=600");
        await AssertDrawnAsync(second, "public, max-age=600");
        Assert.Equal((what, 1), (what, fetches));
        Assert.Equal((what, 2), (what, Fetches(app)));
    }

    [Fact]
    public async Task A_slow_host_costs_the_visitor_no_more_than_a_moment()
    {
        await using var app = await StartAsync(null, [Allow, "Posters:Patience=00:00:00.2"]);
        app.Metadata.Hang("/pictures/7");

        using var response = await app.GetAsync("/images/movies/7");

        await AssertDrawnAsync(response, "public, max-age=10");
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_left_alone_for_all_its_pictures()
    {
        await using var app = await StartAsync(Bytes(Jpeg), [Allow, AsItIs], _clock, picture: "http://127.0.0.1:9/a.jpg");
        var good = new Uri(app.Metadata.BaseUrl, "/pictures/7");
        app.Metadata.On("/api/v1/movies/8", StubMetadata.Movie(8, more: $",\"imageUrl\":\"{good}\""));

        using var first = await app.GetAsync("/images/movies/7");
        using var other = await app.GetAsync("/images/movies/8");
        _clock.Advance(TimeSpan.FromMinutes(11));
        using var later = await app.GetAsync("/images/movies/8");

        await AssertDrawnAsync(first, "public, max-age=600");
        await AssertDrawnAsync(other, "public, max-age=600");
        Assert.Equal("image/jpeg", later.Content.Headers.ContentType?.ToString());
        Assert.Equal(1, Fetches(app));
    }

    [Theory]
    [InlineData("http://{0}/pictures/7")]
    [InlineData("https://{0}/pictures/7")]
    [InlineData("https://localhost/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[::ffff:127.0.0.1]/x")]
    [InlineData("https://2130706433/x")]
    [InlineData("https://0x7f.1/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://user:secret@{0}/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://{0}/x")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("/etc/passwd")]
    [InlineData("not an address")]
    public async Task Without_permission_nothing_inside_is_fetched(string address)
    {
        await using var app = await StartAsync(Bytes(Jpeg), []);
        var picture = address.Replace("{0}", app.Metadata.BaseUrl.Authority, StringComparison.Ordinal);
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7, more: $",\"imageUrl\":\"{picture}\""));

        using var response = await app.GetAsync("/images/movies/7");

        await AssertDrawnAsync(response);
        Assert.Equal(0, Fetches(app));
    }

    [Theory]
    [InlineData(1, "image/jpeg")]
    [InlineData(3, "image/jpeg")]
    [InlineData(4, "image/svg+xml")]
    public async Task Redirects_are_followed_three_times(int redirects, string contentType)
    {
        await using var app = await StartAsync(Bytes(Jpeg), [Allow, AsItIs]);
        for (var hop = 0; hop < redirects; hop++)
        {
            var target = hop == redirects - 1 ? "/pictures/end" : $"/pictures/hop{hop + 1}";
            app.Metadata.On(hop == 0 ? "/pictures/7" : $"/pictures/hop{hop}", context =>
            {
                context.Response.Redirect(target);
                return Task.CompletedTask;
            });
        }

        app.Metadata.On("/pictures/end", Bytes(Jpeg));

        using var response = await app.GetAsync("/images/movies/7");

        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("http://user@127.0.0.1/x")]
    public async Task A_redirect_is_checked_like_the_first_address(string target)
    {
        await using var app = await StartAsync(
            context =>
            {
                context.Response.Redirect(target);
                return Task.CompletedTask;
            },
            [Allow]);

        using var response = await app.GetAsync("/images/movies/7");

        await AssertDrawnAsync(response, "public, max-age=600");
    }

}
