using Scraper.Classifying;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Sources;

namespace Scraper.Tests.Classifying;

public class MovieClassifierTests
{
    private const int CurrentYear = 2026;

    [Fact]
    public void A_film_with_year_and_length_is_accepted_without_an_editor()
    {
        var verdict = Classify("Тихий берег (1983)", minutes: 96);

        Assert.Equal(VideoKind.Film, verdict.Kind);
        Assert.False(verdict.NeedsReview);
        Assert.True(verdict.Confidence > 0.95);
        Assert.Equal("a film +3.0: the title gives a year in brackets", verdict.Reasons[0]);
    }

    [Fact]
    public void A_bare_title_of_film_length_is_a_film()
    {
        var verdict = Classify("Казино", minutes: 178);

        Assert.Equal((VideoKind.Film, false), (verdict.Kind, verdict.NeedsReview));
    }

    [Fact]
    public void A_bare_title_of_unknown_length_is_a_film_to_be_reviewed()
    {
        var verdict = Classify("Казино");

        Assert.Equal((VideoKind.Film, true), (verdict.Kind, verdict.NeedsReview));
        Assert.True(verdict.Confidence < MovieClassifier.AcceptConfidence);
    }

    [Fact]
    public void Film_words_on_five_minutes_need_a_review()
    {
        var verdict = Classify("Тихий берег (фильм, 1983)", minutes: 5);

        Assert.True(verdict.NeedsReview);
        Assert.Equal("it is too short for a film", verdict.Reasons[0]);
    }

    [Theory]
    [InlineData("Тихий берег 2008", true)]
    [InlineData("Тихий берег (фильм, 2008)", false)]
    public void A_length_of_an_episode_needs_a_word_that_says_film(string title, bool needsReview)
    {
        var verdict = Classify(title, minutes: 47);

        Assert.Equal((VideoKind.Film, needsReview), (verdict.Kind, verdict.NeedsReview));
    }

    [Fact]
    public void A_short_film_may_be_short()
    {
        Assert.False(Classify("Тихий берег (короткометражка, 1983)", minutes: 12).NeedsReview);
    }

    [Fact]
    public void Film_length_talk_about_a_film_is_no_film_and_needs_a_review()
    {
        var verdict = Classify("Обзор на фильм Тихий берег (1983)", minutes: 95);

        Assert.Equal((VideoKind.Other, true), (verdict.Kind, verdict.NeedsReview));
    }

    [Fact]
    public void A_film_length_trailer_needs_a_review()
    {
        Assert.True(Classify("Тихий берег — Русский трейлер (2026)", minutes: 90).NeedsReview);
    }

    [Fact]
    public void A_title_of_marks_alone_is_never_accepted_as_a_film()
    {
        var verdict = Classify("🎬🎬🎬", minutes: 90);

        Assert.True(verdict.Kind != VideoKind.Film || verdict.NeedsReview);
    }

    [Theory]
    [InlineData(VideoMarks.Hidden, "the host hides it")]
    [InlineData(VideoMarks.Deleted, "the host says that it is deleted")]
    [InlineData(VideoMarks.Adult, "the host marks it for adults only")]
    [InlineData(VideoMarks.Paid, "it must be paid for")]
    [InlineData(VideoMarks.Live, "it is a live broadcast")]
    [InlineData(VideoMarks.Short, "it is a vertical short")]
    [InlineData(VideoMarks.Audio, "it is sound only")]
    public void A_mark_of_the_host_rules_a_film_out(object mark, string reason)
    {
        var verdict = Classify("Тихий берег (фильм, 1983)", minutes: 96, change: raw => raw with { Marks = (VideoMarks)mark });

        Assert.Equal((VideoKind.Other, false), (verdict.Kind, verdict.NeedsReview));
        Assert.Equal([reason], verdict.Reasons);
    }

    [Fact]
    public void Every_mark_has_its_reason()
    {
        var marks = Enum.GetValues<VideoMarks>().Where(mark => mark != VideoMarks.None);

        Assert.All(marks, mark => Assert.Single(MarkReasons.Of(mark)));
    }

    [Theory]
    [InlineData("Тихий берег (1983)", VideoKind.Episode)]
    [InlineData("Тихий берег", VideoKind.Film)]
    [InlineData("Тихий берег HD", VideoKind.Trailer)]
    public void What_the_source_calls_it_outweighs_the_title(string title, object stated)
    {
        var kind = (VideoKind)stated;

        var verdict = Classify(title, change: raw => raw with { Stated = new StatedFacts { Kind = kind } });

        Assert.Equal(kind, verdict.Kind);
    }

    [Theory]
    [InlineData("Фильмы", VideoKind.Film)]
    [InlineData("Музыка", VideoKind.Other)]
    public void The_hosts_category_tips_a_bare_title(string category, object expected)
    {
        var verdict = Classify("Погоня за ветром", change: raw => raw with { Category = category });

        Assert.Equal((VideoKind)expected, verdict.Kind);
    }

    [Theory]
    [InlineData("Советское кино", "", VideoKind.Film)]
    [InlineData("Городские новости", "", VideoKind.Other)]
    [InlineData(null, "музыка", VideoKind.Other)]
    [InlineData(null, "#фильм", VideoKind.Film)]
    public void Channel_and_tags_tip_a_title_that_says_little(string? channel, string tag, object expected)
    {
        var verdict = Classify("Погоня за ветром", change: raw => raw with { AuthorName = channel, Tags = [tag] });

        Assert.Equal((VideoKind)expected, verdict.Kind);
    }

    [Fact]
    public void Many_tags_of_one_kind_count_as_one()
    {
        var one = Classify("Погоня за ветром", change: raw => raw with { Tags = ["музыка"] });

        var many = Classify("Погоня за ветром", change: raw => raw with { Tags = ["музыка", "новости", "спорт", "игры"] });

        Assert.Equal(one.Confidence, many.Confidence);
    }

    [Theory]
    [InlineData("Кухонный разговор | Выпуск 12 | Обзор матча и интервью", VideoKind.Episode)]
    [InlineData("Интервью (2014)", VideoKind.Film)]
    [InlineData("Авария (1989)", VideoKind.Film)]
    [InlineData("Тихий берег (1983) — обзор", VideoKind.Other)]
    public void A_word_of_talk_weighs_by_where_it_stands(string title, object expected)
    {
        Assert.Equal((VideoKind)expected, Classify(title).Kind);
    }

    [Fact]
    public void Reasons_name_the_strongest_evidence_for_the_verdict_first()
    {
        var verdict = Classify("Тихий берег 2 сезон 5 серия (2015)", minutes: 45);

        Assert.Equal("an episode +5.0: the title numbers an issue", verdict.Reasons[0]);
    }

    private static Verdict Classify(string title, int? minutes = null, Func<RawVideo, RawVideo>? change = null)
    {
        var raw = new RawVideo
        {
            Source = "rutube",
            ExternalId = "1",
            SourceUrl = "https://rutube.ru/video/1/",
            Title = title,
            Duration = minutes is { } length ? TimeSpan.FromMinutes(length) : null,
        };

        return MovieClassifier.Classify(
            MovieNormalizer.Normalize(ScannedVideo.Of(change is null ? raw : change(raw)), CurrentYear), Siblings.None);
    }
}
