using System.Text.Json.Nodes;
using Hosts;
using Scraper.Sources;

namespace Scraper.Tests.Sources.Sites;

public sealed class SiteSourceTests
{
    private static readonly string[] Ids = [.. SiteFilm.Some.Select(film => $"{film.Id}")];

    [Fact]
    public async Task Plain_pages_are_read_from_the_listing_and_each_films_own_page()
    {
        await using var stub = await StubSite.StartPlainAsync();
        using var files = new SiteFiles("plain");
        files.Change("plain", _ => { });

        var walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        Assert.Equal((null, 0), (walk.Failure, walk.Rejects.Count()));
        Assert.Equal(Ids, walk.Ids, StringComparer.Ordinal);
        var film = walk.Videos.First();
        Assert.Equal(
            ("kino-plain", "https://kino.example/film/101", "Броненосец «Потёмкин» (1925)", 1925, TimeSpan.FromMinutes(75)),
            (film.Source, film.SourceUrl, film.Title, film.Stated.Year!.Value, film.Duration));
        Assert.Equal(
            ("https://player.kino.example/embed/101", "https://img.kino.example/101.jpg", 1345L, 12, "ru"),
            (film.EmbedUrl, film.ImageUrl, film.Views!.Value, film.AgeRating!.Value, film.Language));
        Assert.Equal(["Сергей Эйзенштейн"], film.Stated.Directors);
        Assert.Equal(["драма", "история"], film.Stated.Genres);
        Assert.Equal(new DateTimeOffset(2021, 3, 18, 0, 0, 0, TimeSpan.Zero), film.PublishedAt);
    }

    [Fact]
    public async Task Structured_data_needs_no_selectors()
    {
        await using var stub = await StubSite.StartStructuredAsync();
        using var files = new SiteFiles("structured");
        files.Change("structured", _ => { });

        var walk = await Walk.ThroughAsync(files.Source("structured", stub), "list");

        Assert.Equal((null, 0), (walk.Failure, walk.Rejects.Count()));
        Assert.Equal(Ids, walk.Ids, StringComparer.Ordinal);
        var film = walk.Videos.First();
        Assert.Equal(
            ("Броненосец «Потёмкин»", "Battleship Potemkin", 1925, 7.9, TimeSpan.FromMinutes(75)),
            (film.Title, film.Stated.OriginalTitle, film.Stated.Year!.Value, film.Stated.Rating!.Value, film.Duration));
        Assert.Equal(["ru"], stub.Host.Requests.Select(request => request.Headers["Accept-Language"]).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_films_page_is_asked_for_once()
    {
        await using var stub = await StubSite.StartPlainAsync();
        using var files = new SiteFiles("plain");
        files.Change("plain", _ => { });
        await Walk.ThroughAsync(files.Source("plain", stub), "list");
        var before = stub.Host.Requests.Count;

        var again = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        Assert.Equal(3, stub.Host.Requests.Count - before);
        Assert.Equal(SiteFilm.Some.Count, again.Videos.Count(video => video.Duration is not null));
    }

    [Fact]
    public async Task A_film_that_the_listing_tells_anew_is_asked_for_again()
    {
        await using var stub = await StubSite.StartStructuredAsync();
        using var files = new SiteFiles("structured");
        files.Change("structured", root => root["list"]!["fields"]!.AsObject()["category"] = "a");
        await Walk.ThroughAsync(files.Source("structured", stub), "list");
        stub.Films[0] = stub.Films[0] with { Title = "Броненосец" };
        var before = stub.Host.Requests.Count;

        var again = await Walk.ThroughAsync(files.Source("structured", stub), "list");

        Assert.Equal(["/watch/101"], stub.Host.Requests.Skip(before).Select(request => request.PathAndQuery)
            .Where(path => path.StartsWith("/watch", StringComparison.Ordinal)), StringComparer.Ordinal);
        Assert.Equal("Броненосец", again.Videos.First().Title);
    }

    [Fact]
    public async Task A_walk_that_was_cut_goes_on_at_its_cursor()
    {
        await using var stub = await StubSite.StartPlainAsync();
        using var files = new SiteFiles("plain");
        files.Change("plain", _ => { });
        var first = await Walk.ThroughAsync(files.Source("plain", stub, pageLimit: 2), "list");
        var cursor = first.Pages[0].NextCursor;

        var rest = await Walk.ThroughAsync(files.Source("plain", stub), "list", cursor);

        Assert.Equal(Ids, (IEnumerable<string>)[.. first.Pages[0].Videos.Select(video => video.ExternalId), .. rest.Ids], StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_row_that_lacks_a_field_is_refused_by_name_and_the_others_go_on()
    {
        await using var stub = await StubSite.StartPlainAsync();
        stub.Extra = """<article class="card"><a class="card__link" href="/film/999">x</a></article>""";
        using var files = new SiteFiles("plain");
        files.Change("plain", root => root["list"]!["pages"]!["max"] = 1);

        var walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        Assert.Equal(Ids.Take(3), walk.Ids, StringComparer.Ordinal);
        var reject = Assert.Single(walk.Rejects);
        Assert.Equal("999", reject.ExternalId);
        Assert.Contains("rawTitle: \"h3\" finds nothing in <article", reject.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_whose_page_is_gone_costs_that_film_alone()
    {
        await using var stub = await StubSite.StartPlainAsync();
        stub.Host.Fail(Fault.NotFound, where: "/film/102");
        using var files = new SiteFiles("plain");
        files.Change("plain", _ => { });

        var walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        Assert.Null(walk.Failure);
        Assert.Equal(Ids.Where(id => id != "102"), walk.Ids, StringComparer.Ordinal);
        Assert.Equal("102", Assert.Single(walk.Rejects).ExternalId);
    }

    [Theory]
    [InlineData("article.gone", "list", "rows", "find nothing")]
    [InlineData("h4", "fields", "rawTitle", "none of its 3 rows can be read")]
    public async Task A_listing_that_has_changed_ends_the_run(string selector, string part, string key, string reason)
    {
        await using var stub = await StubSite.StartPlainAsync();
        using var files = new SiteFiles("plain");
        files.Change("plain", root => (part == "list" ? root["list"]! : root["list"]!["fields"]!)[key] = selector);

        var walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        Assert.Equal(SourceFailure.Contract, walk.Failure?.Failure);
        Assert.Contains(reason, walk.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_too_many_lack_ends_the_run()
    {
        await using var stub = await StubSite.StartPlainAsync();
        using var files = new SiteFiles("plain");
        stub.PageSize = 7;
        files.Change("plain", root =>
        {
            root["detail"]!["fields"]!["quality"] = new JsonObject { ["select"] = ".nowhere", ["optional"] = true };
            root["health"]!["coverage"] = new JsonObject { ["quality"] = 0.5 };
        });

        var walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        Assert.Equal(SourceFailure.Contract, walk.Failure?.Failure);
        Assert.Contains("0% of 7 records have quality", walk.Failure!.Message.Replace(" %", "%", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/films?page=2")]
    [InlineData("//127.0.0.1:1/films")]
    [InlineData("http://kino.example/films/?page=2")]
    public async Task A_next_page_elsewhere_is_refused(string next)
    {
        await using var stub = await StubSite.StartPlainAsync();
        stub.Extra = $"""<a class="pager__next" href="{next}">Дальше</a>""";
        using var files = new SiteFiles("plain");
        files.Change("plain", _ => { });

        var walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        Assert.Equal(SourceFailure.Forbidden, walk.Failure?.Failure);
        Assert.Equal(Ids.Take(3), walk.Ids, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_listing_that_repeats_its_last_page_forever_comes_to_an_end()
    {
        await using var stub = await StubSite.StartStructuredAsync();
        using var files = new SiteFiles("structured");
        files.Change("structured", root => root["list"]!["start"] = new JsonArray("/catalogue?page=1&number={page}"));

        var walk = await Walk.ThroughAsync(files.Source("structured", stub), "list");

        Assert.Null(walk.Failure);
        Assert.Equal(2, walk.Pages.Count);
    }

    [Fact]
    public async Task A_short_film_is_refused_when_the_definition_says_so()
    {
        await using var stub = await StubSite.StartPlainAsync();
        stub.Films[1] = stub.Films[1] with { Minutes = 12 };
        using var files = new SiteFiles("plain");
        files.Change("plain", _ => { });

        var walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");

        var reject = Assert.Single(walk.Rejects);
        Assert.Equal(("102", true), (reject.ExternalId, reject.Reason.Contains("00:12:00 is shorter", StringComparison.Ordinal)));
    }
}
