using Hosts;

namespace Scraper.Tests.Sources.Sites;

public sealed class ScriptedSiteTests
{
    [Fact]
    public async Task Pages_made_by_scripts_are_read_through_the_browser_without_pictures_and_styles()
    {
        await using var stub = await StubSite.StartScriptedAsync();
        using var files = new SiteFiles("scripted");
        files.Change("scripted", _ => { });

        var walk = await Walk.ThroughAsync(files.Source("scripted", stub), "list");

        Assert.Equal((null, 0), (walk.Failure, walk.Rejects.Count()));
        Assert.Equal(SiteFilm.Some.Select(film => $"{film.Id}"), walk.Ids, StringComparer.Ordinal);
        var film = walk.Videos.First();
        Assert.Equal(
            ("https://film.example/film/101", 1925, TimeSpan.FromMinutes(75), "https://player.film.example/101"),
            (film.SourceUrl, film.Stated.Year!.Value, film.Duration!.Value, film.EmbedUrl));
        Assert.Equal(
            ["/api/films", "/films"],
            stub.Host.Requests.Select(request => request.PathAndQuery.Split('?')[0])
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.All(stub.Host.Requests, request => Assert.StartsWith("OnlineCinema/", request.Headers["User-Agent"], StringComparison.Ordinal));
        Assert.Equal(stub.Host.Requests.Count, walk.Meter.Requests);
    }
}
