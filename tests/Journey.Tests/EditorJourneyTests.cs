using Hosts;

namespace Journey.Tests;

/// <summary>An editor at the command line, beside the running services.</summary>
[Collection(RunningCinemaTests.Name)]
public sealed class EditorJourneyTests(RunningCinema running)
{
    private Cinema Cinema => running.Cinema;

    [Fact]
    public async Task A_scrape_tells_films_from_the_rest_and_says_so_in_one_document()
    {
        var scrape = await Cinema.EditAsync("scrape", "rutube", "--target", "search:кино", "--json");

        Assert.Equal(0, scrape.ExitCode);
        Assert.Equal("rutube", scrape.Json.GetProperty("source").GetString());
        Assert.Equal(StubFilms.All.Count, scrape.Json.GetProperty("seen").GetInt32());
        Assert.Equal(1, scrape.Json.GetProperty("trailers").GetInt32());
        Assert.Equal(1, scrape.Json.GetProperty("episodes").GetInt32());
        Assert.Equal(7, scrape.Json.GetProperty("films").GetInt32());
    }

    [Fact]
    public async Task A_page_in_another_shape_ends_with_5_and_names_the_field()
    {
        Cinema.Rutube.Host.Fail(Fault.Json("""{"has_next":false,"results":"none"}"""), where: "query=shape");

        var scrape = await Cinema.EditAsync("scrape", "rutube", "--target", "search:shape", "--json");

        Assert.Equal(5, scrape.ExitCode);
        Assert.Contains("results", scrape.Output + scrape.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_fails_after_others_were_read_ends_with_3_and_keeps_those()
    {
        Cinema.Rutube.Lists["playlist/77"] =
            [.. Enumerable.Range(1, Cinema.Rutube.PageSize + 5).Select(number => Trailer(number).ToJson())];
        Cinema.Rutube.Host.Fail(Fault.Status(403), where: "playlist/custom/77/videos?format=json&page=2");

        var scrape = await Cinema.EditAsync("scrape", "rutube", "--target", "playlist:77", "--json");

        Assert.Equal(3, scrape.ExitCode);
        Assert.Equal(Cinema.Rutube.PageSize, scrape.Json.GetProperty("seen").GetInt32());
    }

    [Fact]
    public async Task A_scrape_overwrites_no_editor()
    {
        var film = Assert.Single((await Cinema.Api.FindAsync("Дом на Трубной")).Items);

        var edit = await Cinema.EditAsync("movies", "edit", $"{film.Id}", "--set", "rating=9.5");
        var scrape = await Cinema.EditAsync("scrape", "rutube", "--target", "search:ещё раз");

        Assert.True(edit.ExitCode == 0, edit.Messages);
        Assert.True(scrape.ExitCode == 0, scrape.Messages);
        Assert.Equal(9.5, (await Cinema.Api.MovieAsync(film.Id)).Rating);
    }

    [Fact]
    public async Task A_scrape_of_the_Archive_meets_the_starter_film_and_keeps_its_Russian_title()
    {
        Cinema.Archive.Items.Add(StubArchive.Item("Metropolis1927EnglishVersion", "Metropolis (full movie)", 2006));

        var scrape = await Cinema.EditAsync("scrape", "archive", "--target", "search:metropolis");

        Assert.True(scrape.ExitCode == 0, scrape.Messages);
        var film = Assert.Single((await Cinema.Api.FindAsync("Метрополис")).Items, found => found.Year == 1927);
        Assert.Equal("Метрополис", film.Title);
    }

    [Fact]
    public async Task A_misspelt_command_is_wrong_usage_and_shows_the_nearest()
    {
        var command = await Cinema.EditAsync("scrpe");

        Assert.Equal(2, command.ExitCode);
        Assert.Contains("scrape", command.Messages, StringComparison.Ordinal);
    }

    private static StubVideo Trailer(int number) =>
        new(900_000 + number, $"Фильм {number} — Русский трейлер (2024)", 120, new DateTime(2024, 4, 1, 0, 0, 0));
}
