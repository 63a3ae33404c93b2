using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Sources;

namespace Scraper.Tests.Normalizing;

public class MovieNormalizerTests
{
    [Fact]
    public void Genre_country_director_and_quality_are_read_from_the_title()
    {
        var draft = Normalize("Ночной рейс / 1996, Великобритания, реж. Алан Паркер / драма / BDRip 1080p / Night Flight");

        Assert.Equal("Ночной рейс", draft.Title);
        Assert.Equal("Night Flight", draft.OriginalTitle);
        Assert.Equal(1996, draft.Year);
        Assert.Equal(["Великобритания"], draft.Countries);
        Assert.Equal(["Алан Паркер"], draft.Directors);
        Assert.Equal(["драма"], draft.Genres);
        Assert.Equal("BDRip", draft.Quality);
    }

    [Fact]
    public void Foreign_genre_names_become_Russian_and_unknown_words_are_dropped()
    {
        var draft = Normalize("Night Flight", raw => raw with
        {
            Stated = new StatedFacts { Genres = ["Comedy", "Sci-Fi", "Blockbuster", "комедия"], Countries = ["USA", "Атлантида"] },
        });

        Assert.Equal(["комедия", "фантастика"], draft.Genres);
        Assert.Equal(["США", "Атлантида"], draft.Countries);
    }

    [Fact]
    public void What_the_source_states_wins_over_the_title()
    {
        var draft = Normalize("НОЧНОЙ РЕЙС (1998) HD / Night Train", raw => raw with
        {
            Stated = new StatedFacts { Title = "Ночной рейс", OriginalTitle = "Night Flight", Year = 1996, Quality = "DVD" },
        });

        Assert.Equal(("Ночной рейс", "Night Flight", 1996, "DVD"), (draft.Title, draft.OriginalTitle, draft.Year, draft.Quality));
        Assert.Contains(draft.Rules, rule => rule is { Name: "stated.title", Found: "Ночной рейс" });
        Assert.Contains(draft.Rules, rule => rule is { Name: "year.bracket", Found: "1998" });
    }

    [Fact]
    public void Titles_that_the_source_states_beside_the_first_are_kept()
    {
        var draft = Normalize("Ночной рейс (1996)", raw => raw with
        {
            Stated = new StatedFacts { Title = "Ночной рейс", AlternativeTitles = ["Рейс в ночь", "Vol de nuit"] },
        });

        Assert.Equal(["Рейс в ночь", "Vol de nuit"], draft.AlternativeTitles);
    }

    [Theory]
    [InlineData("Старая лента. Год выпуска: 1979. Страна: СССР", 1979)]
    [InlineData("Режиссёр N\nГод: 2021\nЖанр: драма", 2021)]
    [InlineData("Directed by N. Year: 1999.", 1999)]
    [InlineData("О событиях 1941 года и людях 1945-го", null)]
    [InlineData("Год: 3021", null)]
    [InlineData(null, null)]
    public void A_description_gives_a_year_only_behind_a_marker(string? description, int? year)
    {
        var draft = Normalize("Ночной рейс", raw => raw with { Description = description });

        Assert.Equal(year, draft.Year);
    }

    [Fact]
    public void The_titles_year_wins_over_the_descriptions()
    {
        var draft = Normalize("Ночной рейс (1996)", raw => raw with { Description = "Год: 2021" });

        Assert.Equal(1996, draft.Year);
    }

    [Theory]
    [InlineData("Кубики 1 (мультфильм, 2006)", "Кубики 1")]
    [InlineData("Из пепла | Новая жизнь | Rebuilding (2025)", "Новая жизнь")]
    [InlineData("Убийство в порту (Тайна причала) 2019", "Тайна причала")]
    public void Other_names_beside_the_title_are_kept_as_alternatives(string raw, string alternative)
    {
        Assert.Equal([alternative], Normalize(raw).AlternativeTitles);
    }

    [Theory]
    [InlineData("Ночной рейс (1996) | Киану Ривз")]
    [InlineData("Ночной рейс (правда или ложь?) 1996")]
    [InlineData("Ночной рейс (1996) 1080p")]
    public void Names_of_people_remarks_and_marks_are_no_alternatives(string raw)
    {
        Assert.Empty(Normalize(raw).AlternativeTitles);
    }

    [Fact]
    public void The_uploads_date_is_never_the_films_year()
    {
        var draft = Normalize("Ночной рейс", raw => raw with { PublishedAt = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero) });

        Assert.Null(draft.Year);
    }

    private static MovieDraft Normalize(string title, Func<RawVideo, RawVideo>? change = null)
    {
        var raw = new RawVideo { Source = "rutube", ExternalId = "1", SourceUrl = "https://rutube.ru/video/1/", Title = title };

        return MovieNormalizer.Normalize(ScannedVideo.Of(change is null ? raw : change(raw)), TitleCaseTable.CurrentYear);
    }
}
