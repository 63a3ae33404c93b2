using Metadata.Client;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Publishing;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Publishing;

public sealed class MovieUpsertsTests
{
    private const int Year = 2026;

    private static MovieDraft Draft(Func<RawVideo, RawVideo>? raw = null)
    {
        var video = ScriptedPage.Film(1);
        return new MovieDraft { Raw = raw?.Invoke(video) ?? video, Scan = new TitleScan(video.Title), Title = "Летят журавли", Year = 1957 };
    }

    [Fact]
    public void Facts_travel_as_they_are()
    {
        var (upsert, problem) = MovieUpserts.From(Draft(raw => raw with { Views = 12, AgeRating = 12, AuthorName = "Мосфильм" }), Year);

        Assert.Null(problem);
        Assert.Equal(
            ("scripted", "film-1", "Летят журавли", 1957, 97 * 60, 12L, 12, "Мосфильм"),
            (upsert!.Source, upsert.ExternalId, upsert.Title, upsert.Year, upsert.DurationSeconds, upsert.Views,
                upsert.AgeRating, upsert.Author!.Name));
    }

    [Fact]
    public void What_exceeds_the_limits_is_cut()
    {
        var draft = Draft() with
        {
            Title = new string('я', 499) + "😀",
            Description = new string('x', 20_000),
            Genres = [.. Enumerable.Range(0, 80).Select(number => $"Жанр {number}"), " "],
        };

        var (upsert, _) = MovieUpserts.From(draft, Year);

        Assert.Equal(new string('я', 499), upsert!.Title);
        Assert.Equal((MovieUpsert.MaxDescriptionLength, 50), (upsert.Description!.Length, upsert.Genres!.Count));
        Assert.Equal("жанр 0", upsert.Genres[0]);
    }

    [Fact]
    public void What_cannot_be_true_is_left_out()
    {
        var draft = Draft(raw => raw with
        {
            Views = -1,
            AgeRating = 7,
            Duration = TimeSpan.FromDays(2),
            ImageUrl = "javascript:alert(1)",
            EmbedUrl = "/relative",
            StreamUrl = $"https://films.example/{new string('a', 2048)}",
            Stated = new StatedFacts { Rating = 11 },
        }) with
        { Year = 1700 };

        var (upsert, _) = MovieUpserts.From(draft, Year);

        Assert.Null(upsert!.Year);
        Assert.Null(upsert.Views);
        Assert.Null(upsert.AgeRating);
        Assert.Null(upsert.DurationSeconds);
        Assert.Null(upsert.ImageUrl);
        Assert.Null(upsert.EmbedUrl);
        Assert.Null(upsert.StreamUrl);
        Assert.Null(upsert.Rating);
    }

    [Fact]
    public void An_upload_without_an_address_cannot_be_published()
    {
        var (upsert, problem) = MovieUpserts.From(Draft(raw => raw with { SourceUrl = "films.example/1" }), Year);

        Assert.Null(upsert);
        Assert.Contains("\"films.example/1\" is not an http(s) URL", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_names_no_film_cannot_be_published()
    {
        var (upsert, problem) = MovieUpserts.From(Draft() with { Title = "  " }, Year);

        Assert.Null(upsert);
        Assert.Contains("names no film", problem, StringComparison.Ordinal);
    }
}
