using Scraper.Classifying;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Sources;

namespace Scraper.Tests.Classifying;

public class SiblingsTests
{
    private const int CurrentYear = 2026;

    [Fact]
    public void A_card_without_a_mark_among_its_issues_is_a_series()
    {
        var kinds = Judge(
            ("Северный ветер 2008", null), ("Северный ветер 1 сезон 1 серия", null), ("Северный ветер 1 сезон 2 серия", null));

        Assert.Equal(VideoKind.Episode, kinds[0].Kind);
    }

    [Fact]
    public void A_film_beside_a_series_of_its_name_is_left_to_the_editor_or_stays_a_film()
    {
        var kinds = Judge(
            ("Северный ветер (фильм, 2008)", 104), ("Северный ветер 1 сезон 1 серия", 44), ("Северный ветер 1 сезон 2 серия", 44));

        Assert.Equal(VideoKind.Film, kinds[0].Kind);
    }

    [Fact]
    public void Titles_that_differ_by_a_number_and_run_like_issues_are_issues()
    {
        var kinds = Judge(("Тихий берег 1", 44), ("Тихий берег 2", 45), ("Тихий берег 3", 43), ("Тихий берег 4", 44));

        Assert.All(kinds, verdict => Assert.Equal(VideoKind.Episode, verdict.Kind));
    }

    [Fact]
    public void Titles_that_differ_by_a_number_and_run_like_films_are_films()
    {
        var kinds = Judge(("Тихий берег 1", 101), ("Тихий берег 2", 96), ("Тихий берег 3", 112));

        Assert.All(kinds, verdict => Assert.Equal((VideoKind.Film, false), (verdict.Kind, verdict.NeedsReview)));
    }

    [Fact]
    public void Numbered_titles_of_unknown_length_are_left_to_the_editor()
    {
        var kinds = Judge(("Тихий берег 1", null), ("Тихий берег 2", null), ("Тихий берег 3", null));

        Assert.All(kinds, verdict => Assert.True(verdict.NeedsReview));
    }

    [Fact]
    public void Films_of_one_page_say_nothing_of_each_other()
    {
        var alone = Judge(("Тихий берег (1983)", 96));

        var among = Judge(("Тихий берег (1983)", 96), ("Ночной рейс (1991)", 101), ("Дальний свет (2004)", 88));

        Assert.Equal(alone[0].Confidence, among[0].Confidence);
    }

    private static IReadOnlyList<Verdict> Judge(params (string Title, int? Minutes)[] page)
    {
        var videos = page.Select((video, number) => new RawVideo
        {
            Source = "rutube",
            ExternalId = $"{number}",
            SourceUrl = $"https://rutube.ru/video/{number}/",
            Title = video.Title,
            Duration = video.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        }).ToList();
        var siblings = Siblings.Of(videos.Select(ScannedVideo.Of));

        return [.. videos.Select(video => MovieClassifier.Classify(MovieNormalizer.Normalize(ScannedVideo.Of(video), CurrentYear), siblings))];
    }
}
