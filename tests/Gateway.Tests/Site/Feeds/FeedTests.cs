using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Gateway.Tests.Site.Feeds;

public class FeedTests
{
    private const string Origin = "https://kino.example";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static string Film(int id, string title, string addedAt) =>
        $$"""
        {"id":{{id}},"slug":"film-{{id}}","title":{{JsonSerializer.Serialize(title)}},"year":1916,"imageUrl":"https://host.example/{{id}}.jpg","views":5,
        "addedAt":"{{addedAt}}","durationSeconds":5400,"genres":["драма"],"isAvailable":true,"sources":["archive"]}
        """;

    private static string PageOf(params string[] films) =>
        $"{{\"items\":[{string.Join(',', films)}],\"total\":{films.Length},\"page\":1,\"pageSize\":50}}";

    private static async Task<GatewayApp> StartAsync(params string[] films)
    {
        var app = await GatewayApp.StartAsync($"Site:PublicUrl={Origin}");
        app.Metadata.On("/api/v1/movies", PageOf(films));
        return app;
    }

    private static Task<GatewayApp> StartAsync() => StartAsync(
        Film(2, "Новый", "2026-02-02T03:04:05Z"), Film(1, "Старый", "2026-01-02T03:04:05Z"));

    [Fact]
    public async Task Atom_has_the_films_with_their_addresses_and_pictures()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/feed.atom");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/atom+xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("Новые фильмы — OnlineCinema", (string?)feed.Element(Atom + "title"));
        Assert.Equal(new DateTimeOffset(2026, 2, 2, 3, 4, 5, TimeSpan.Zero), (DateTimeOffset?)feed.Element(Atom + "updated"));
        Assert.Equal($"{Origin}/feed.atom", Link(feed, "self"));
        var entry = feed.Elements(Atom + "entry").First();
        Assert.Equal(2, feed.Elements(Atom + "entry").Count());
        Assert.Equal(
            ("Новый (1916)", $"{Origin}/movies/2", $"{Origin}/movies/2/film-2", $"{Origin}/images/movies/2?size=l"),
            ((string?)entry.Element(Atom + "title"), (string?)entry.Element(Atom + "id"), Link(entry, "alternate"), Link(entry, "enclosure")));
        Assert.Equal("1916 · драма · 1 ч 30 мин", (string?)entry.Element(Atom + "summary"));
    }

    [Fact]
    public async Task Json_has_the_same()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/en/feed.json");
        var feed = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/feed+json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal(("New films — OnlineCinema", $"{Origin}/en/feed.json"), (Text(feed, "title"), Text(feed, "feed_url")));
        var item = feed.GetProperty("items")[0];
        Assert.Equal(
            ($"{Origin}/movies/2", $"{Origin}/en/movies/2/film-2", "Новый (1916)", "1916 · драма · 1 h 30 min"),
            (Text(item, "id"), Text(item, "url"), Text(item, "title"), Text(item, "content_text")));
    }

    [Fact]
    public async Task The_filters_are_those_of_the_list_and_the_order_is_the_newest_first()
    {
        await using var app = await StartAsync();

        var feed = XDocument.Parse(await app.Client.GetStringAsync(
            "/feed.atom?yearTo=1930&genre=драма&notGenre=ужасы&sort=title&page=3&unknown=1")).Root!;

        Assert.Equal(
            "/api/v1/movies?genre=%D0%B4%D1%80%D0%B0%D0%BC%D0%B0&notGenre=%D1%83%D0%B6%D0%B0%D1%81%D1%8B&yearTo=1930&sort=new&pageSize=50",
            Assert.Single(app.Metadata.Asked));
        Assert.Equal("Новые фильмы: Драма · до 1930 — OnlineCinema", (string?)feed.Element(Atom + "title"));
    }

    [Fact]
    public async Task A_feed_without_films_is_a_feed()
    {
        await using var app = await StartAsync([]);

        var feed = XDocument.Parse(await app.Client.GetStringAsync("/feed.atom")).Root!;

        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.NotNull((DateTimeOffset?)feed.Element(Atom + "updated"));
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    public async Task Who_has_the_feed_gets_no_copy(string path)
    {
        await using var app = await StartAsync();
        using var first = await app.GetAsync(path);

        using var byTag = await app.GetAsync(path, $"If-None-Match: {first.Headers.ETag}");
        using var byTime = await app.GetAsync(path, $"If-Modified-Since: {first.Content.Headers.LastModified:R}");
        using var before = await app.GetAsync(path, "If-Modified-Since: Sun, 01 Feb 2026 00:00:00 GMT");
        using var otherTag = await app.GetAsync(
            path, "If-None-Match: \"other\"", $"If-Modified-Since: {first.Content.Headers.LastModified:R}");

        Assert.Equal(new DateTimeOffset(2026, 2, 2, 3, 4, 5, TimeSpan.Zero), first.Content.Headers.LastModified);
        Assert.Equal(
            [HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { byTag, byTime, before, otherTag }.Select(response => response.StatusCode));
        Assert.Empty(await byTime.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_bad_filter_is_a_problem_that_names_it()
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies", """{"title":"Bad","status":400,"errors":{"yearFrom":["A year."]}}""", 400, StubMetadata.ProblemJson);

        using var response = await app.GetAsync("/feed.json?yearFrom=x");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("yearFrom", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string? Link(XElement parent, string relation) =>
        (string?)parent.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == relation).Attribute("href");

    private static string? Text(JsonElement thing, string property) => thing.GetProperty(property).GetString();
}
