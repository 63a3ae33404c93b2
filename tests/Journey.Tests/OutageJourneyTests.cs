using System.Net;
using Hosts;
using Journey.Tests.Processes;

namespace Journey.Tests;

/// <summary>Metadata is ended as by a power cut, at the worst moment.</summary>
public sealed class OutageJourneyTests
{
    // Three digits: a bare 1 after a title is read as "the first part" and dropped.
    private static readonly IReadOnlyList<int> Films = [.. Enumerable.Range(101, 200)];

    [Fact]
    public async Task Metadata_killed_while_films_come_in_loses_and_doubles_none()
    {
        await using var cinema = await Cinema.OpenAsync(
            ("Starter__Enabled", "false"),
            ("Sources__rutube__Enabled", "false"),
            ("Publishing__BatchSize", "1"),
            ("Publishing__LongestRetryPause", "00:00:02"));
        foreach (var number in Films)
        {
            cinema.Upload(Film(number));
        }

        var scrape = cinema.EditAsync("scrape", "rutube", "--target", "search:фильм");
        await Deadline.UntilAsync("the first films are in", async () => await cinema.Api.CountAsync() > 0);
        var before = await cinema.Api.CountAsync();
        await cinema.Metadata.KillAsync();
        using var away = await cinema.Api.GetAsync("/api/v1/movies?sort=title");
        await cinema.StartMetadataAsync();
        await scrape;
        await Deadline.UntilAsync(
            "all films are in",
            async () => await cinema.Api.CountAsync() >= Films.Count,
            () => cinema.Scraper.Output);

        var titles = await TitlesAsync(cinema.Api);
        var all = Films.Select(number => $"Картина {number}").Order(StringComparer.Ordinal).ToList();
        Assert.True(before < Films.Count, "All films were in before the kill: the test proves nothing.");
        Assert.Equal(all, titles);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
    }

    [Fact]
    public async Task With_Metadata_away_the_site_is_served_and_says_what_is_wrong()
    {
        await using var cinema = await Cinema.OpenAsync(("Starter__Enabled", "false"));
        await cinema.Metadata.KillAsync();

        using var page = await cinema.Api.GetAsync("/");
        using var films = await cinema.Api.GetAsync("/api/v1/movies");
        var health = await cinema.Api.HealthAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, films.StatusCode);
        Assert.Equal("application/problem+json", films.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(films.Headers.RetryAfter);
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        var metadata = health.GetProperty("services").GetProperty("metadata");
        Assert.Equal("unhealthy", metadata.GetProperty("status").GetString());
    }

    private static StubVideo Film(int number) =>
        new(500_000 + number, $"Картина {number} (1931) драма", 5400, new DateTime(2024, 4, 1, 0, 0, 0));

    private static async Task<List<string>> TitlesAsync(PublicApi api)
    {
        var pages = await Task.WhenAll(api.MoviesAsync("pageSize=100"), api.MoviesAsync("pageSize=100&page=2"));
        return [.. pages.SelectMany(page => page.Items).Select(film => film.Title).Order(StringComparer.Ordinal)];
    }
}
