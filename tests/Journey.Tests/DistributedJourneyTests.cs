using Hosts;
using Journey.Tests.Browsing;
using Journey.Tests.Processes;

namespace Journey.Tests;

/// <summary>The shape of docker-compose.yml: films and journal in PostgreSQL, pages and counters in Redis.</summary>
public sealed class DistributedJourneyTests
{
    [Fact]
    public async Task With_PostgreSQL_and_Redis_a_collected_film_is_found_and_played()
    {
        using var redis = new RedisServer();
        await using var cinema = await Cinema.OpenAsync(
            ("ConnectionStrings__Movies", PostgresServer.Shared.CreateDatabase()),
            ("ConnectionStrings__Scraper", PostgresServer.Shared.CreateDatabase()),
            ("ConnectionStrings__Redis", redis.ConnectionString));
        await using var browser = await Chromium.StartAsync();
        var film = cinema.Upload(
            StubFilms.All.Single(video => video.Title.StartsWith("Дом на Трубной", StringComparison.Ordinal)));
        await Deadline.UntilAsync(
            "the starter films are in the catalogue",
            async () => await cinema.Api.CountAsync() >= 200,
            () => cinema.Scraper.Output);

        var scrape = await cinema.EditAsync("scrape", "rutube", "--target", "search:комедия");
        await using var visit = await browser.VisitAsync(cinema.GatewayAddress);
        await visit.OpenAsync("/catalog?q=дом+на+трубной");
        await visit.ChooseFilmAsync("Дом на Трубной");
        await visit.PlayAsync("Дом на Трубной", "Rutube");

        Assert.True(scrape.ExitCode == 0, scrape.Messages);
        var address = Assert.Single(visit.ForeignRequests);
        Assert.StartsWith($"https://rutube.ru/play/embed/{film.Id}", address, StringComparison.Ordinal);
        Assert.Equal("healthy", (await cinema.Api.HealthAsync()).GetProperty("status").GetString());
    }
}
