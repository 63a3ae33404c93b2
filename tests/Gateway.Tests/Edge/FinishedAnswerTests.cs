using System.IO.Compression;
using System.Net;
using System.Text;

namespace Gateway.Tests.Edge;

public class FinishedAnswerTests
{
    private const string Path = "/api/v1/movies";

    private static readonly string Body = StubMetadata.Page([.. Enumerable.Range(1, 24)]);

    private static async Task<GatewayApp> StartAsync()
    {
        var app = await GatewayApp.StartAsync();
        app.Metadata.On(Path, Body);
        return app;
    }

    [Fact]
    public async Task A_cacheable_answer_has_a_strong_tag_and_says_how_long_it_keeps()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync(Path);

        Assert.False(response.Headers.ETag?.IsWeak);
        Assert.Equal("public, max-age=60, stale-while-revalidate=300", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.2, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0, *;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("zstd", null)]
    [InlineData("gzip;q=banana", null)]
    public async Task The_coding_is_what_the_client_likes_best(string acceptEncoding, string? coding)
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync(Path, $"Accept-Encoding: {acceptEncoding}");

        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(Body, await DecodeAsync(response, coding));
    }

    [Fact]
    public async Task Each_coding_has_its_own_tag_because_strong_means_the_same_bytes()
    {
        await using var app = await StartAsync();

        using var plain = await app.GetAsync(Path);
        using var brotli = await app.GetAsync(Path, "Accept-Encoding: br");
        using var gzip = await app.GetAsync(Path, "Accept-Encoding: gzip");

        Assert.Equal(3, new[] { plain, brotli, gzip }.Select(response => response.Headers.ETag).Distinct().Count());
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("W/\"other\"", 200)]
    [InlineData("not a tag", 200)]
    public async Task What_the_client_has_is_not_sent_again(string ifNoneMatch, int status)
    {
        await using var app = await StartAsync();
        using var first = await app.GetAsync(Path);

        using var response = await app.GetAsync(
            Path, $"If-None-Match: {ifNoneMatch.Replace("{0}", first.Headers.ETag!.Tag, StringComparison.Ordinal)}");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(first.Headers.ETag, response.Headers.ETag);
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
        Assert.NotNull(response.Headers.CacheControl);
        Assert.Equal(status == 304, (await response.Content.ReadAsByteArrayAsync()).Length == 0);
    }

    [Fact]
    public async Task The_tag_of_another_coding_is_another_thing()
    {
        await using var app = await StartAsync();
        using var plain = await app.GetAsync(Path);

        using var response = await app.GetAsync(Path, "Accept-Encoding: br", $"If-None-Match: {plain.Headers.ETag}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/")]
    [InlineData("/assets/index-a1b2c3.js")]
    [InlineData("/images/movies/7")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/health")]
    public async Task HEAD_says_what_GET_would_without_the_body(string path)
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7));
        using var get = await app.GetAsync(path);

        using var head = await app.SendAsync(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private static async Task<string> DecodeAsync(HttpResponseMessage response, string? coding)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(
            coding switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            },
            Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
