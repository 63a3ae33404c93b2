using System.Text.Json;

namespace Gateway.Tests.Site.Pages;

public class SitePagesTests
{
    private const string Origin = "https://kino.example";

    private const string Films =
        """
        {"items":[{"id":1,"slug":"film-1","title":"Нетерпимость","imageUrl":"https://host.example/1.jpg","views":5,
        "addedAt":"2026-01-02T03:04:05+00:00","genres":["драма"],"isAvailable":true,"sources":["archive"]}],"total":1,"page":1,"pageSize":24}
        """;

    private static async Task<GatewayApp> StartAsync(params string[] settings)
    {
        var app = await GatewayApp.StartAsync([$"Site:PublicUrl={Origin}", .. settings]);
        app.Metadata.On("/api/v1/movies", Films)
            .On("/api/v1/facets", """{"genres":[],"countries":[],"decades":[],"sources":[],"ageRatings":[],"years":{},"ratings":{}}""");
        return app;
    }

    [Theory]
    [InlineData("/", "Кино, которое можно смотреть — OnlineCinema", "/", null)]
    [InlineData("/en", "Films you can actually watch — OnlineCinema", "/en", null)]
    [InlineData("/about", "О проекте — OnlineCinema", "/about", null)]
    [InlineData("/catalog", "Каталог — OnlineCinema", "/catalog", null)]
    [InlineData("/en/catalog", "Catalogue — OnlineCinema", "/en/catalog", null)]
    [InlineData("/catalog?page=1&sort=popular&unknown=1", "Каталог — OnlineCinema", "/catalog", null)]
    [InlineData("/catalog?page=3", "Каталог, страница 3 — OnlineCinema", "/catalog?page=3", null)]
    [InlineData(
        "/catalog?source=archive&yearTo=1939&yearFrom=1930&genre=драма&genre=комедия&genre=драма",
        "Драма, Комедия · 1930–1939 · Internet Archive — Каталог — OnlineCinema",
        "/catalog?genre=%D0%B4%D1%80%D0%B0%D0%BC%D0%B0&genre=%D0%BA%D0%BE%D0%BC%D0%B5%D0%B4%D0%B8%D1%8F&yearFrom=1930&yearTo=1939&source=archive",
        null)]
    [InlineData("/catalog?durationTo=40&yearFrom=2000", "с 2000 · до 40 мин — Каталог — OnlineCinema", "/catalog?yearFrom=2000&durationTo=40", null)]
    [InlineData("/catalog?durationFrom=40&durationTo=90&ratingFrom=7.5", "★ с 7.5 · 40–90 мин — Каталог — OnlineCinema", "/catalog?ratingFrom=7.5&durationFrom=40&durationTo=90", null)]
    [InlineData("/catalog?q=мать+и+сын", "Поиск: «мать и сын» — OnlineCinema", "/catalog?q=%D0%BC%D0%B0%D1%82%D1%8C+%D0%B8+%D1%81%D1%8B%D0%BD", "noindex")]
    [InlineData("/catalog?yearFrom=abc&page=-1&sort=best&ratingFrom=99&genre=", "Каталог — OnlineCinema", "/catalog", null)]
    [InlineData("/favourites", "Избранное — OnlineCinema", null, "noindex")]
    [InlineData("/en/history", "History — OnlineCinema", null, "noindex")]
    [InlineData("/nothing", "Плёнка оборвалась — OnlineCinema", null, "noindex")]
    [InlineData("/en/nothing", "The film has snapped — OnlineCinema", null, "noindex")]
    public async Task Every_page_has_a_title_one_address_and_a_word_for_search_engines(
        string path, string title, string? canonical, string? robots)
    {
        await using var app = await StartAsync();

        var page = await Page.ReadAsync(app, path);

        Assert.Equal((title, canonical is null ? null : Origin + canonical, robots), (page.Title, page.Canonical, page.Robots));
        Assert.Equal(path.StartsWith("/en", StringComparison.Ordinal) ? "en" : "ru", page.Language);
        Assert.Equal(canonical is null ? 0 : 3, page.Twins.Count);
        Assert.Equal(title.Replace(" — OnlineCinema", "", StringComparison.Ordinal), page.Meta("og:title"));
        Assert.False(string.IsNullOrEmpty(page.Meta("description")));
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/catalog?sort=year&page=2&genre=x", "?genre=x")]
    public async Task Lists_name_their_feeds(string path, string filters)
    {
        await using var app = await StartAsync();

        var feeds = (await Page.ReadAsync(app, path)).Feeds;

        Assert.Equal(
            [("application/atom+xml", $"{Origin}/feed.atom{filters}"), ("application/feed+json", $"{Origin}/feed.json{filters}")],
            feeds.Select(feed => (feed.Key, feed.Value!)).Order());
    }

    [Theory]
    [InlineData("/", "/api/v1/home")]
    [InlineData("/en", "/api/v1/home")]
    [InlineData("/catalog", "/api/v1/movies")]
    public async Task The_first_view_comes_within_the_page(string path, string url)
    {
        await using var app = await StartAsync();
        using var answer = JsonDocument.Parse(await app.Client.GetStringAsync(url));

        var island = (await Page.ReadAsync(app, path)).Island;

        Assert.Equal(url, island?.Url);
        Assert.True(JsonElement.DeepEquals(answer.RootElement, island!.Value.Data));
    }

    [Fact]
    public async Task Many_visitors_cost_Metadata_one_question()
    {
        await using var app = await StartAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Page.ReadAsync(app, "/catalog")));

        Assert.All(pages, page => Assert.NotNull(page.Island));
        Assert.Single(app.Metadata.Asked, path => path.StartsWith("/api/v1/movies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalog")]
    public async Task A_page_does_not_wait_for_a_Metadata_that_hangs(string path)
    {
        await using var app = await StartAsync("Catalog:Deadline=00:01:00", "Catalog:HomeBudget=00:00:30");
        app.Metadata.Hang("/api/v1/movies").Hang("/api/v1/facets");

        var page = await Page.ReadAsync(app, path);

        Assert.Null(page.Island);
        Assert.NotNull(page.Canonical);
    }

    [Fact]
    public async Task Without_a_configured_address_that_of_the_request_counts()
    {
        await using var app = await GatewayApp.StartAsync("ForwardedHeaders:KnownProxies=127.0.0.1");

        var page = await Page.ReadAsync(app, "/about", "Host: films.example", "X-Forwarded-Proto: https");

        Assert.Equal("https://films.example/about", page.Canonical);
    }

    /// <summary>What the site says once its scripts run must be what the page has said before.</summary>
    [Fact]
    public async Task The_words_are_those_of_the_sites_dictionaries()
    {
        await using var app = await StartAsync();
        foreach (var (path, language) in new[] { ("", "ru"), ("/en", "en") })
        {
            var home = await Page.ReadAsync(app, path.Length == 0 ? "/" : path);
            var words = SiteDictionary.Read(language);

            Assert.Equal(words["site.description"], home.Meta("description"));
            Assert.Equal(words["home.title"], home.Meta("og:title"));
            Assert.Equal(words["catalog.title"], (await Page.ReadAsync(app, $"{path}/catalog")).Meta("og:title"));
            Assert.Equal(words["about.title"], (await Page.ReadAsync(app, $"{path}/about")).Meta("og:title"));
            Assert.Equal(words["notFound.title"], (await Page.ReadAsync(app, $"{path}/nothing")).Meta("og:title"));
            Assert.Equal(words["movie.notFound"], (await Page.ReadAsync(app, $"{path}/movies/9")).Meta("og:title"));
            Assert.Equal(
                words["catalog.search"].Replace("{q}", "x", StringComparison.Ordinal),
                (await Page.ReadAsync(app, $"{path}/catalog?q=x")).Meta("og:title"));
        }
    }
}
