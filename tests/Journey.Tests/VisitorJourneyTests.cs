using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Journey.Tests;

[Collection(RunningCinemaTests.Name)]
public sealed class VisitorJourneyTests(RunningCinema running)
{
    private const string SearchField = "Поиск фильмов";

    private Uri Site => running.Cinema.GatewayAddress;

    [Fact]
    public async Task The_front_page_shows_the_starter_films_and_asks_no_other_host()
    {
        await using var visit = await running.Browser.VisitAsync(Site);

        var status = await visit.OpenAsync("/");

        Assert.Equal(200, status);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Метрополис" }).First).ToBeVisibleAsync();
        Assert.Empty(visit.ForeignRequests);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_film_from_Rutube_is_searched_opened_and_played_by_its_host()
    {
        await using var visit = await running.Browser.VisitAsync(Site);
        await visit.OpenAsync("/");

        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = SearchField }).FillAsync("дом на трубной");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Найти" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Поиск: «дом на трубной»");
        await visit.ChooseFilmAsync("Дом на Трубной");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Дом на Трубной");
        await Expect(visit.Page.GetByText("1928").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = running.RutubeFilm.AuthorName }))
            .ToHaveAttributeAsync("href", $"https://rutube.ru/video/person/{running.RutubeFilm.AuthorId}/");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Открыть на Rutube" }))
            .ToHaveAttributeAsync("href", $"https://rutube.ru/video/{running.RutubeFilm.Id}/");
        Assert.Empty(visit.ForeignRequests);

        await visit.PlayAsync("Дом на Трубной", "Rutube");

        var address = Assert.Single(visit.ForeignRequests);
        Assert.StartsWith($"https://rutube.ru/play/embed/{running.RutubeFilm.Id}", address, StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_starter_film_is_played_by_the_Internet_Archive()
    {
        await using var visit = await running.Browser.VisitAsync(Site);
        var film = Assert.Single((await running.Cinema.Api.FindAsync("Метрополис")).Items, found => found.Year == 1927);

        await visit.OpenAsync($"/movies/{film.Id}");
        await visit.PlayAsync("Метрополис", "Internet Archive");

        var address = Assert.Single(visit.ForeignRequests);
        Assert.StartsWith("https://archive.org/embed/Metropolis1927EnglishVersion", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_turns_English_and_light_and_stays_so()
    {
        await using var visit = await running.Browser.VisitAsync(Site);
        await visit.OpenAsync("/catalog");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Каталог");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Switch to English" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(Site, "/en/catalog").ToString());
        var dark = await visit.BackgroundAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "light" }).ClickAsync();
        var light = await visit.BackgroundAsync();
        await visit.Page.ReloadAsync();

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.NotEqual(dark, light, StringComparer.Ordinal);
        Assert.Equal(light, await visit.BackgroundAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalog")]
    [InlineData("/movies/1")]
    public async Task On_a_phone_nothing_is_wider_than_the_screen(string path)
    {
        await using var visit = await running.Browser.VisitAsync(Site, new ViewportSize { Width = 360, Height = 740 });

        await visit.OpenAsync(path);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        Assert.Equal(360, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData("/movies/999999")]
    [InlineData("/no/such/page")]
    public async Task What_is_not_there_answers_404_with_a_page_that_leads_on(string path)
    {
        await using var visit = await running.Browser.VisitAsync(Site);

        var status = await visit.OpenAsync(path);

        Assert.Equal(404, status);
        await Expect(visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }
}
