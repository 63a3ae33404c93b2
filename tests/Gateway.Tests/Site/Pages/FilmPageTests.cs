using System.Net;
using System.Text.Json;
using System.Xml;

namespace Gateway.Tests.Site.Pages;

public class FilmPageTests
{
    private const string Origin = "https://kino.example";

    private const string Stalker =
        """
        {"id":7,"slug":"stalker","title":"Сталкер","originalTitle":"Stalker","year":1979,"imageUrl":"https://host.example/7.jpg",
        "views":5,"addedAt":"2026-01-02T03:04:05+00:00","durationSeconds":9780,"genres":["драма","фантастика"],"rating":8.1,"ageRating":12,
        "isAvailable":true,"sources":["rutube"],"sourceUrl":"https://rutube.ru/video/1/","description":"Проводник ведёт двоих в Зону.",
        "countries":["СССР"],"directors":["Андрей Тарковский"],"externalIds":{"imdb":"tt0079944","wikidata":"Q200572"},"isActive":true,
        "videos":[
        {"id":70,"source":"rutube","sourceUrl":"https://rutube.ru/video/0/","embedUrl":"https://rutube.ru/play/embed/0","views":9,"availability":"gone"},
        {"id":71,"source":"rutube","sourceUrl":"https://rutube.ru/video/1/","embedUrl":"https://rutube.ru/play/embed/1",
        "durationSeconds":9781,"views":5,"availability":"ok","publishedAt":"2025-05-06T07:08:09+00:00"}]}
        """;

    private static async Task<GatewayApp> StartAsync(string film = Stalker)
    {
        var app = await GatewayApp.StartAsync($"Site:PublicUrl={Origin}");
        app.Metadata.On("/api/v1/movies/7", film);
        return app;
    }

    [Theory]
    [InlineData("/movies/7", "ru", "/movies/7/stalker")]
    [InlineData("/movies/7/stalker", "ru", "/movies/7/stalker")]
    [InlineData("/en/movies/7/stalker", "en", "/en/movies/7/stalker")]
    public async Task A_film_says_what_it_is_and_where_it_is_at_home(string path, string language, string canonical)
    {
        await using var app = await StartAsync();

        var page = await Page.ReadAsync(app, path);

        Assert.Equal((language, Origin + canonical), (page.Language, page.Canonical));
        Assert.Equal("Сталкер (1979) — OnlineCinema", page.Title);
        Assert.Equal("Проводник ведёт двоих в Зону.", page.Meta("description"));
        Assert.Equal(
            [("en", $"{Origin}/en/movies/7/stalker"), ("ru", $"{Origin}/movies/7/stalker"), ("x-default", $"{Origin}/movies/7/stalker")],
            page.Twins.Select(twin => (twin.Key, twin.Value!)).Order());
        Assert.Null(page.Robots);
    }

    [Theory]
    [InlineData("og:site_name", "OnlineCinema")]
    [InlineData("og:type", "video.movie")]
    [InlineData("og:title", "Сталкер (1979)")]
    [InlineData("og:description", "Проводник ведёт двоих в Зону.")]
    [InlineData("og:url", Origin + "/en/movies/7/stalker")]
    [InlineData("og:image", Origin + "/images/movies/7?size=l")]
    [InlineData("og:locale", "en_US")]
    [InlineData("og:locale:alternate", "ru_RU")]
    [InlineData("video:duration", "9780")]
    [InlineData("video:release_date", "1979")]
    [InlineData("twitter:card", "summary_large_image")]
    public async Task A_preview_of_its_link_has_what_it_needs(string name, string content)
    {
        await using var app = await StartAsync();

        var page = await Page.ReadAsync(app, "/en/movies/7/stalker");

        Assert.Equal(content, page.Meta(name));
    }

    [Fact]
    public async Task A_search_engine_learns_of_the_film_and_of_the_video_that_plays()
    {
        await using var app = await StartAsync();

        var things = (await Page.ReadAsync(app, "/movies/7/stalker")).Things;

        var (film, video) = (things["Movie"], things["VideoObject"]);
        Assert.Equal(
            ("Сталкер", "Stalker", "1979", "12+"),
            (Text(film, "name"), Text(film, "alternateName"), Text(film, "datePublished"), Text(film, "contentRating")));
        Assert.Equal("Андрей Тарковский", Text(film.GetProperty("director")[0], "name"));
        Assert.Equal(
            ["https://www.imdb.com/title/tt0079944", "https://www.wikidata.org/wiki/Q200572"],
            film.GetProperty("sameAs").EnumerateArray().Select(address => address.GetString()));
        Assert.Equal(Text(video, "@id"), Text(film.GetProperty("video"), "@id"));
        Assert.Equal(
            ("Сталкер", "Проводник ведёт двоих в Зону.", "https://rutube.ru/play/embed/1"),
            (Text(video, "name"), Text(video, "description"), Text(video, "embedUrl")));
        Assert.Equal($"{Origin}/images/movies/7?size=l", video.GetProperty("thumbnailUrl")[0].GetString());
        Assert.Equal(new DateTimeOffset(2025, 5, 6, 7, 8, 9, TimeSpan.Zero), video.GetProperty("uploadDate").GetDateTimeOffset());
        Assert.Equal(TimeSpan.FromSeconds(9781), XmlConvert.ToTimeSpan(Text(video, "duration")));
    }

    [Fact]
    public async Task A_film_that_little_is_known_of_has_no_empty_words()
    {
        await using var app = await StartAsync(
            """
            {"id":7,"slug":"film","title":"Без имени","views":0,"addedAt":"2026-01-02T03:04:05+00:00","genres":[],"isAvailable":false,"sources":[],
            "countries":[],"directors":[],"externalIds":{},"isActive":true,"videos":[]}
            """);

        var page = await Page.ReadAsync(app, "/movies/7/film");

        Assert.Equal(("Без имени — OnlineCinema", "Без имени"), (page.Title, page.Meta("description")));
        Assert.Equal(("summary", null), (page.Meta("twitter:card"), page.Meta("og:image")));
        Assert.Equal(["Movie"], page.Things.Keys);
        Assert.Equal(
            ["@type", "@id", "url", "name", "image"], page.Things["Movie"].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_page_carries_the_very_answer_that_the_site_would_ask_for()
    {
        await using var app = await StartAsync();
        using var answer = JsonDocument.Parse(await app.Client.GetStringAsync("/api/v1/movies/7"));

        var island = (await Page.ReadAsync(app, "/movies/7/stalker")).Island;

        Assert.Equal("/api/v1/movies/7", island?.Url);
        Assert.True(JsonElement.DeepEquals(answer.RootElement, island!.Value.Data));
    }

    [Theory]
    [InlineData("/movies/7/stalkr", "/movies/7/stalker")]
    [InlineData("/en/movies/7/x?t=90", "/en/movies/7/stalker?t=90")]
    [InlineData("/movies/8", "/movies/7/stalker")]
    [InlineData("/movies/8/old-title", "/movies/7/stalker")]
    [InlineData("/en/movies/8/stalker", "/en/movies/7/stalker")]
    public async Task Another_title_and_a_film_that_became_part_of_this_one_lead_here(string path, string target)
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies/8", Stalker);

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.ToString());
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/movies/9", 404, "Такого фильма нет — OnlineCinema")]
    [InlineData("/en/movies/9/x", 404, "No such film — OnlineCinema")]
    [InlineData("/movies/410/x", 410, "Фильм удалён по запросу правообладателя — OnlineCinema")]
    public async Task A_film_that_is_not_there_has_no_address_and_is_not_indexed(string path, int status, string title)
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies/410", "{}", 410, StubMetadata.ProblemJson);

        using var response = await app.GetAsync(path);
        var page = Page.Read(await response.Content.ReadAsStringAsync());

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal((title, "noindex", null), (page.Title, page.Robots, page.Canonical));
        Assert.Empty(page.Twins);
    }

    [Fact]
    public async Task A_page_that_was_seen_is_whole_while_Metadata_is_away_and_says_that_it_is_old()
    {
        await using var app = await StartAsync();
        var before = await Page.ReadAsync(app, "/movies/7/stalker");
        app.Metadata.On(StubMetadata.MarkPath, "{}", 503).On("/api/v1/movies/7", "{}", 503);
        await Catalog.ReadCatalogTests.Until(() => IsStale(app).Result);

        var page = await Page.ReadAsync(app, "/movies/7/stalker");

        Assert.Equal((before.Title, before.Canonical), (page.Title, page.Canonical));
        Assert.NotNull(page.Island);
    }

    [Fact]
    public async Task An_edit_is_seen_at_the_next_look()
    {
        await using var app = await StartAsync();
        await Page.ReadAsync(app, "/movies/7/stalker");
        app.Metadata.On("/api/v1/movies/7", Stalker.Replace("Проводник ведёт", "Сталкер ведёт", StringComparison.Ordinal)).Change();

        await Catalog.ReadCatalogTests.Until(() => Page.ReadAsync(app, "/movies/7/stalker").Result.Meta("description")!.StartsWith("Сталкер", StringComparison.Ordinal));
    }

    private static async Task<bool> IsStale(GatewayApp app)
    {
        using var response = await app.GetAsync("/movies/7/stalker");
        return response.Headers.TryGetValues("X-Cache", out _);
    }

    [Fact]
    public async Task Without_Metadata_the_page_claims_nothing()
    {
        await using var app = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        var page = await Page.ReadAsync(app, "/movies/7/stalker");

        Assert.Equal(("OnlineCinema", null, null), (page.Title, page.Canonical, page.Robots));
        Assert.Null(page.Island);
    }

    private static string Text(JsonElement thing, string property) => thing.GetProperty(property).GetString()!;
}
