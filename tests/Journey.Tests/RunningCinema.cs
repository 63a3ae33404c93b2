using Hosts;
using Journey.Tests.Browsing;
using Journey.Tests.Processes;

namespace Journey.Tests;

/// <summary>One running product and one browser for all journeys that leave both as they found them.</summary>
public sealed class RunningCinema : IAsyncLifetime
{
    internal Cinema Cinema { get; private set; } = null!;

    internal Chromium Browser { get; private set; } = null!;

    /// <summary>A film that only Rutube has, collected before the first test begins.</summary>
    internal StubVideo RutubeFilm { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Browser = await Chromium.StartAsync();
        Cinema = await Cinema.OpenAsync();
        foreach (var video in StubFilms.All)
        {
            Cinema.Upload(video);
        }

        RutubeFilm = StubFilms.All.Single(video => video.Title.StartsWith("Дом на Трубной", StringComparison.Ordinal));
        await Deadline.UntilAsync(
            "the starter films are in the catalogue",
            async () => await Cinema.Api.CountAsync() >= 200,
            () => Cinema.Scraper.Output);
        var scrape = await Cinema.EditAsync("scrape", "rutube", "--target", "search:немое кино");
        Assert.True(scrape.ExitCode == 0, scrape.Messages);
        await Deadline.UntilAsync(
            "the film from Rutube is in the catalogue",
            async () => (await Cinema.Api.FindAsync("Дом на Трубной")).Total == 1,
            () => Cinema.Scraper.Output);
    }

    public async Task DisposeAsync()
    {
        await Cinema.DisposeAsync();
        await Browser.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class RunningCinemaTests : ICollectionFixture<RunningCinema>
{
    public const string Name = "one running cinema";
}
