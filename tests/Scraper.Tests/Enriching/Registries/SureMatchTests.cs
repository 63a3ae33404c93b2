using Metadata.Client;
using Scraper.Enriching.Registries;

namespace Scraper.Tests.Enriching.Registries;

public sealed class SureMatchTests
{
    [Theory]
    [InlineData("Сталкер", 1979, 163)]
    [InlineData("СТАЛКЕР!", 1980, null)]
    [InlineData("Stalker", 1978, 179)]
    [InlineData("сталкер (фильм, 1979)", 1979, 147)]
    public void One_film_of_that_title_and_about_that_year_and_length_is_it(string title, int year, int? minutes) =>
        Assert.Equal("Q1", Choose(Sought.Film(1, title, year, minutes), Film("Q1", 1979, 163, "Сталкер", "Stalker")).Candidate?.Id);

    [Theory]
    [InlineData("Сталкер 2", 1979, 163, LookupOutcome.NotFound, "No film of that title")]
    [InlineData("Сталкер", 1981, 163, LookupOutcome.Unsure, "of 1981, but of that title there are only Q1 (1979, 163 min)")]
    [InlineData("Сталкер", 1979, 90, LookupOutcome.Unsure, "runs 90 min, Q1 (1979, 163 min) do not")]
    [InlineData("Сталкер", 1979, 182, LookupOutcome.Unsure, "runs 182 min")]
    [InlineData("Сталкер", null, null, LookupOutcome.Unsure, "year is unknown, and its length does not confirm Q1")]
    [InlineData("Сталкер", null, 150, LookupOutcome.Unsure, "year is unknown")]
    public void Whatever_differs_is_not_taken_and_the_reason_said(
        string title, int? year, int? minutes, LookupOutcome outcome, string reason)
    {
        var result = Choose(Sought.Film(1, title, year, minutes), Film("Q1", 1979, 163, "Сталкер"));

        Assert.Equal((null, outcome), (result.Candidate, result.Outcome));
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_film_without_a_year_is_it_when_it_alone_bears_the_title_and_runs_as_long()
    {
        var film = Sought.Film(1, "Сталкер", null, 162);
        var (one, remake) = (Film("Q1", 1979, 163, "Сталкер"), Film("Q2", 2030, 95, "Сталкер"));

        Assert.Equal("Q1", Choose(film, one).Candidate?.Id);
        Assert.Equal((null, LookupOutcome.Unsure), (Choose(film, one, remake).Candidate, Choose(film, one, remake).Outcome));
    }

    [Fact]
    public void Of_two_films_that_fit_neither_is_taken_and_length_may_tell_them_apart()
    {
        var (one, other) = (Film("Q1", 1979, 163, "Сталкер"), Film("Q2", 1980, 90, "Сталкер"));

        var unsure = Choose(Sought.Film(1, "Сталкер", 1979), one, other);

        Assert.Equal("More than one film fits: Q1 (1979, 163 min), Q2 (1980, 90 min).", unsure.Reason);
        Assert.Equal("Q2", Choose(Sought.Film(1, "Сталкер", 1979, 92), one, other).Candidate?.Id);
        Assert.Equal("Q1", Choose(Sought.Film(1, "Сталкер", 1979), one, one).Candidate?.Id);
    }

    [Fact]
    public void A_film_whose_registry_knows_no_year_is_not_taken() =>
        Assert.Equal(
            LookupOutcome.Unsure,
            Choose(Sought.Film(1, "Сталкер", 1979), Film("Q1", null, 163, "Сталкер")).Outcome);

    [Theory]
    [InlineData("Сталкер", 1981, 163, true)]
    [InlineData("Сталкер", null, null, true)]
    [InlineData("Сталкер", 1982, 163, false)]
    [InlineData("Солярис", 1979, 163, false)]
    [InlineData("Сталкер", 1979, 60, false)]
    public void A_known_id_is_believed_when_title_and_length_do_not_speak_against_it(
        string title, int? year, int? minutes, bool expected) =>
        Assert.Equal(expected, SureMatch.Confirms(Sought.Film(1, title, year, minutes), Film("Q1", 1979, 163, "Сталкер")));

    [Theory]
    [InlineData("Сталкер (фильм, 1979)", "сталкер")]
    [InlineData("Ёлки: 1914", "елки 1914")]
    [InlineData("Ocean’s Eleven", "oceans eleven")]
    [InlineData("Вася (и другие)", "вася и другие")]
    [InlineData("(фильм)", "фильм")]
    [InlineData("Йога", "йога")]
    [InlineData("***", "")]
    public void Titles_are_compared_without_punctuation_and_remarks(string title, string expected) =>
        Assert.Equal(expected, TitleForm.Of(title));

    [Theory]
    [InlineData("драматический фильм", "драма")]
    [InlineData("horror film", "ужасы")]
    [InlineData("Комедия (жанр)", "комедия")]
    [InlineData("экранизация", null)]
    public void Genres_get_their_Russian_names_and_what_is_no_genre_is_left_out(string name, string? expected) =>
        Assert.Equal(expected, RegistryTerms.Genre(name));

    private static MatchResult Choose(SoughtFilm film, params IReadOnlyList<RegistryCandidate> candidates) =>
        SureMatch.Choose(film, candidates);

    private static RegistryCandidate Film(string id, int? year, int minutes, params IReadOnlyList<string> titles) => new()
    {
        Id = id,
        Titles = titles,
        Year = year,
        DurationsSeconds = [minutes * 60],
    };
}
