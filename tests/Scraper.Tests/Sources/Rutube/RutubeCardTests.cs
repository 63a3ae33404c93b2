using System.Text.Json;
using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeCardTests
{
    private static readonly Uri Url = new("https://rutube.ru/api/list/");

    [Fact]
    public void The_full_video_of_a_film_card_is_that_film()
    {
        var card = RutubeCard.Read(RecordedAnswer.Json("rutube-card-movie.json"), Url, lastYear: 2027);

        var page = RutubePage.Read(RecordedAnswer.Json("rutube-metainfo-2026.json"), Url, card);

        var film = page.Items[0].Video!;
        Assert.Equal(VideoKind.Film, film.Stated.Kind);
        Assert.Equal(("Ларри Краун", "Larry Crowne", 2011), (film.Stated.Title, film.Stated.OriginalTitle, film.Stated.Year));
        Assert.Equal(["Мелодрама", "Комедия"], film.Stated.Genres);
        Assert.Equal(["США"], film.Stated.Countries);
        Assert.Equal(16, film.AgeRating);
        Assert.Equal("https://pic.rutube.ru/tv/aa/bb/vertical.jpg", film.ImageUrl);
        Assert.Equal("https://pic.rtbcdn.ru/video/2026-01-03/dc/53/aa4d.jpg", film.ThumbnailUrl);
        Assert.Equal("Уволенный с работы Ларри поступает в колледж.", film.Description);
        Assert.Null(film.Stated.Episode);
        Assert.Null(page.NextPath);
    }

    [Fact]
    public void Other_videos_of_a_film_card_are_not_the_film()
    {
        var card = RutubeCard.Read(RecordedAnswer.Json("rutube-card-movie.json"), Url, lastYear: 2027);

        var trailer = RutubePage.Read(RecordedAnswer.Json("rutube-metainfo-2026.json"), Url, card).Items[1].Video!;

        Assert.Null(trailer.Stated.Kind);
        Assert.Null(trailer.Stated.Title);
        Assert.Null(trailer.Stated.Year);
        Assert.Equal((17, 62), (trailer.Stated.Season, trailer.Stated.Episode));
    }

    [Fact]
    public void Full_videos_of_a_show_are_episodes()
    {
        var card = RutubeCard.Read(RecordedAnswer.Json("rutube-card-series.json"), Url, lastYear: 2027);

        var episode = RutubePage.Read(RecordedAnswer.Json("rutube-metainfo-2026.json"), Url, card).Items[0].Video!;

        Assert.Equal(VideoKind.Episode, episode.Stated.Kind);
        Assert.Equal("https://pic.rutube.ru/tv/10/picture.jpg", episode.ImageUrl);
        Assert.Null(episode.AgeRating);
    }

    [Theory]
    [InlineData("Ларри Краун /Larry Crowne (2011)", "Ларри Краун", "Larry Crowne", 2011)]
    [InlineData("Аэлита (1924)", "Аэлита", null, 1924)]
    [InlineData("Генерал", "Генерал", null, null)]
    [InlineData("Мир / Война (1969)", "Мир / Война", null, 1969)]
    [InlineData("Фильм (9999)", "Фильм (9999)", null, null)]
    [InlineData("Фильм (2099)", "Фильм", null, null)]
    public void The_name_of_a_card_holds_two_titles_and_a_year(string name, string title, string? original, int? year)
    {
        var json = JsonSerializer.SerializeToElement(new { name, type = new { id = 1 } });

        var facts = RutubeCard.Read(json, Url, lastYear: 2027).Facts;

        Assert.Equal((title, original, year), (facts.Title, facts.OriginalTitle, facts.Year));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(501)]
    [InlineData(1_000_000)]
    public void A_card_without_a_name_of_a_card_is_refused(object? name)
    {
        var text = name is int slashes ? string.Concat(Enumerable.Repeat("/ ", slashes)) + "(2011" : (string?)name;
        var json = JsonSerializer.SerializeToElement(new { name = text, type = new { id = 1 } });

        var broken = Assert.Throws<SourceException>(() => RutubeCard.Read(json, Url, lastYear: 2027));

        Assert.Contains("\"name\"", broken.Message, StringComparison.Ordinal);
    }
}
