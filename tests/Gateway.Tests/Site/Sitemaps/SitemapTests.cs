using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Gateway.Site.Sitemaps;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Site.Sitemaps;

public class SitemapTests
{
    private const string Origin = "https://kino.example";
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>A Metadata that lists films a hundred at a time, its cursor the number of the page.</summary>
    private async Task<GatewayApp> StartAsync(Func<int> films)
    {
        var app = await GatewayApp.StartAsync(_clock, true, $"Site:PublicUrl={Origin}");
        app.Metadata.On("/api/v1/movies", async context =>
        {
            var page = int.TryParse(context.Request.Query["cursor"], CultureInfo.InvariantCulture, out var number) ? number : 0;
            var ids = Enumerable.Range(1, films()).Skip(page * 100).Take(100).ToArray();
            var next = (page + 1) * 100 < films() ? $",\"nextCursor\":\"{page + 1}\"" : "";
            context.Response.ContentType = StubMetadata.Json;
            await context.Response.WriteAsync(StubMetadata.Page(ids).TrimEnd('}') + next + "}");
        });
        return app;
    }

    private static async Task<XElement> ReadAsync(GatewayApp app, string path) =>
        XDocument.Parse(await app.Client.GetStringAsync(path)).Root!;

    [Fact]
    public async Task All_films_stand_in_it_in_both_languages_each_naming_the_other()
    {
        await using var app = await StartAsync(() => 250);

        var index = await ReadAsync(app, "/sitemap.xml");
        var file = await ReadAsync(app, "/sitemaps/1.xml");

        Assert.Equal($"{Origin}/sitemaps/1.xml", (string?)Assert.Single(index.Elements(Names + "sitemap")).Element(Names + "loc"));
        var addresses = file.Elements(Names + "url").Select(url => (string)url.Element(Names + "loc")!).ToList();
        Assert.Equal((250 + 3) * 2, addresses.Count);
        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            [$"{Origin}/", $"{Origin}/en", $"{Origin}/catalog", $"{Origin}/en/catalog", $"{Origin}/about", $"{Origin}/en/about", $"{Origin}/movies/1/film-1"],
            addresses.Take(7));
        var last = file.Elements(Names + "url").Last();
        Assert.Equal($"{Origin}/en/movies/250/film-250", (string?)last.Element(Names + "loc"));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), (DateTimeOffset?)last.Element(Names + "lastmod"));
        Assert.Equal(
            [("ru", $"{Origin}/movies/250/film-250"), ("en", $"{Origin}/en/movies/250/film-250"), ("x-default", $"{Origin}/movies/250/film-250")],
            last.Elements(Xhtml + "link").Select(link => ((string)link.Attribute("hreflang")!, (string)link.Attribute("href")!)));
    }

    [Theory]
    [InlineData(0, 1, 6)]
    [InlineData(24_997, 1, 50_000)]
    [InlineData(24_998, 2, 2)]
    [InlineData(100_000, 5, 6)]
    public async Task A_file_has_fifty_thousand_addresses_at_most(int films, int files, int inLast)
    {
        var sitemap = new Sitemap(
            new RegisteredFilms([.. Enumerable.Range(1, films).Select(id => new RegisteredFilm(id, "film", DateTimeOffset.UnixEpoch))], DateTimeOffset.UnixEpoch),
            "https://a&b.example");
        using var index = new MemoryStream();
        using var last = new MemoryStream();

        await sitemap.WriteIndexAsync(index, CancellationToken.None);
        await sitemap.WriteAsync(sitemap.Files, last, CancellationToken.None);

        Assert.Equal(files, Parse(index).Elements().Count());
        Assert.Equal(inLast, Parse(last).Elements().Count());
    }

    [Fact]
    public async Task It_is_read_anew_after_an_hour_and_changes_only_when_films_do()
    {
        var films = 100;
        await using var app = await StartAsync(() => films);
        using var first = await app.GetAsync("/sitemaps/1.xml");
        _clock.Advance(TimeSpan.FromMinutes(61));
        using var same = await app.GetAsync("/sitemaps/1.xml", $"If-Modified-Since: {first.Content.Headers.LastModified:R}");
        films = 101;
        await Catalog.ReadCatalogTests.Until(() => FilmsIn(app).Contains("film-101", StringComparison.Ordinal));
        using var changed = await app.GetAsync("/sitemaps/1.xml", $"If-Modified-Since: {first.Content.Headers.LastModified:R}");

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    /// <summary>Of an hour later: the one who asks first after it gets the old state, while the new one is read.</summary>
    private string FilmsIn(GatewayApp app)
    {
        _clock.Advance(TimeSpan.FromMinutes(61));
        return app.Client.GetStringAsync("/sitemaps/1.xml").Result;
    }

    [Fact]
    public async Task Many_who_ask_cost_Metadata_one_reading()
    {
        await using var app = await StartAsync(() => 250);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Client.GetStringAsync("/sitemap.xml")));

        Assert.Equal(3, app.Metadata.Requests.Count);
    }

    [Fact]
    public async Task It_goes_out_compressed_to_who_takes_that()
    {
        await using var app = await StartAsync(() => 100);
        var plain = await app.Client.GetByteArrayAsync("/sitemaps/1.xml");

        using var response = await app.GetAsync("/sitemaps/1.xml", "Accept-Encoding: br, gzip");

        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        using var unpacked = new MemoryStream();
        await using var packed = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        await packed.CopyToAsync(unpacked);
        Assert.Equal(plain, unpacked.ToArray());
    }

    [Theory]
    [InlineData("/sitemaps/2.xml")]
    [InlineData("/sitemaps/0.xml")]
    [InlineData("/sitemaps/99999999999.xml")]
    [InlineData("/sitemaps/x.xml")]
    public async Task There_are_no_other_files(string path)
    {
        await using var app = await StartAsync(() => 1);

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Without_Metadata_it_says_when_to_ask_again()
    {
        await using var app = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        using var response = await app.GetAsync("/sitemap.xml");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Robots_are_led_to_it()
    {
        await using var app = await StartAsync(() => 1);

        var lines = (await app.Client.GetStringAsync("/robots.txt")).Split('\n');

        Assert.Contains($"Sitemap: {Origin}/sitemap.xml", lines);
        Assert.Contains("User-agent: *", lines);
        Assert.DoesNotContain("Disallow: /", lines);
    }

    [Fact]
    public async Task Browsers_learn_how_to_search()
    {
        await using var app = await StartAsync(() => 1);

        using var response = await app.GetAsync("/opensearch.xml");
        var description = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/opensearchdescription+xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            $"{Origin}/catalog?q={{searchTerms}}",
            (string?)description.Elements().Single(element => element.Name.LocalName == "Url").Attribute("template"));
    }

    private static XElement Parse(MemoryStream xml)
    {
        xml.Position = 0;
        return XDocument.Load(xml).Root!;
    }
}
