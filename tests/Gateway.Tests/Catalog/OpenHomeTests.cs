using System.Net;
using System.Text.Json;
using Hosts;

namespace Gateway.Tests.Catalog;

public class OpenHomeTests
{
    private const string Facets =
        """
        {"genres":[{"name":"драма","count":9},{"name":"комедия","count":12},{"name":"боевик","count":2}],"countries":[],
        "decades":[{"name":"1930","count":7},{"name":"1920","count":8}],
        "sources":[{"name":"archive","count":20},{"name":"rutube","count":9}],"ageRatings":[],"years":{},"ratings":{}}
        """;

    private static async Task<GatewayApp> StartAsync(ManualTimeProvider? clock = null, params string[] settings)
    {
        var app = await GatewayApp.StartAsync(clock, withSite: true, settings);
        app.Metadata.On("/api/v1/facets", Facets).On("/api/v1/movies?", StubMetadata.Page(1, 2, 3, 4, 5, 6, 7));
        return app;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static IEnumerable<string?> Missing(JsonElement home) =>
        home.GetProperty("missing").EnumerateArray().Select(key => key.GetString());

    private static IEnumerable<string?> Keys(JsonElement home) =>
        home.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("key").GetString());

    [Fact]
    public async Task Rows_come_in_order_with_titles_and_catalogue_queries()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/api/v1/home");

        var home = await ReadAsync(response);
        var rows = home.GetProperty("sections").EnumerateArray().Select(section =>
            $"{section.GetProperty("key")} | {section.GetProperty("title")} | {section.GetProperty("query")}");
        Assert.Equal(
            [
                "new | Новинки | sort=new",
                "popular | Популярное | sort=popular",
                "genre:комедия | Комедии | genre=%D0%BA%D0%BE%D0%BC%D0%B5%D0%B4%D0%B8%D1%8F",
                "genre:драма | Драмы | genre=%D0%B4%D1%80%D0%B0%D0%BC%D0%B0",
                "shorts | Короткометражки | durationTo=40",
                "decade:1920 | 1920-е | yearFrom=1920&yearTo=1929",
                "decade:1930 | 1930-е | yearFrom=1930&yearTo=1939",
                "source:archive | Из Архива Интернета | source=archive",
                "source:rutube | На Rutube | source=rutube",
            ],
            rows);
        Assert.Empty(Missing(home));
        Assert.True(response.Headers.CacheControl?.Public);
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task A_row_without_films_is_left_out_and_not_missing()
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies?durationTo", StubMetadata.Page());

        using var response = await app.GetAsync("/api/v1/home");

        var home = await ReadAsync(response);
        Assert.DoesNotContain("shorts", Keys(home));
        Assert.Empty(Missing(home));
    }

    [Fact]
    public async Task A_failed_row_is_named_and_the_page_is_not_kept()
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/movies?sort=popular", "{}", 500);

        using var response = await app.GetAsync("/api/v1/home");

        var home = await ReadAsync(response);
        Assert.Equal(["popular"], Missing(home));
        Assert.Contains("new", Keys(home));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task Facets_out_of_shape_leave_the_fixed_rows(string facets)
    {
        await using var app = await StartAsync();
        app.Metadata.On("/api/v1/facets", facets);

        using var response = await app.GetAsync("/api/v1/home");

        var home = await ReadAsync(response);
        Assert.Equal(["facets"], Missing(home));
        Assert.Equal(["new", "popular", "shorts"], Keys(home));
    }

    [Fact]
    public async Task A_row_that_hangs_is_named_after_the_budget()
    {
        // Real time: the other rows must have arrived when the budget ends, and only they know when.
        await using var app = await StartAsync(null, "Catalog:HomeBudget=00:00:02", "Catalog:Deadline=00:00:50");
        app.Metadata.Hang("/api/v1/movies?sort=new");

        using var response = await app.GetAsync("/api/v1/home");

        var home = await ReadAsync(response);
        Assert.Equal(["new"], Missing(home));
        Assert.Equal(8, Keys(home).Count());
    }

    [Fact]
    public async Task When_everything_fails_the_page_is_503()
    {
        await using var app = await GatewayApp.StartAsync("Metadata:BaseUrl=http://127.0.0.1:9");

        using var response = await app.GetAsync("/api/v1/home");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task When_everything_hangs_the_page_is_503_at_the_deadline()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        await using var app = await StartAsync(clock);
        app.Metadata.Hang("/api/v1/movies?").Hang("/api/v1/facets");

        var answer = app.GetAsync("/api/v1/home");
        await ReadCatalogTests.Until(() => app.Metadata.Requests.Count == 4);
        clock.Advance(TimeSpan.FromSeconds(2));
        using var response = await answer;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Films_travel_with_all_their_fields_and_nothing_null()
    {
        await using var app = await StartAsync();

        using var response = await app.GetAsync("/api/v1/home");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"title\":\"Нетерпимость\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
    }
}
