using Metadata.Matching;

namespace Metadata.Tests.Matching;

public sealed class FilmMatcherTests
{
    [Theory]
    [InlineData("Сталкер = 1979, imdb:tt0079944", "Nothing alike = 1981, imdb:TT0079944", "Match id")]
    [InlineData("Сталкер = imdb:tt0079944", "Stalker = 1979, imdb:tt0079944", "Match id")]
    [InlineData("Сталкер = 1979, imdb:tt0079944", "Сталкер = 1983, imdb:tt0079944", "No remake")]
    [InlineData("Сталкер = 1979, imdb:tt1", "Сталкер = 1979, imdb:tt2", "No id-conflict")]
    [InlineData("Сталкер = 1979, imdb:tt1, tmdb:5", "Сталкер = 1979, imdb:tt1, tmdb:6", "Match id")]
    [InlineData("Брат = 1997", "Брат 2 = 1997", "No part")]
    [InlineData("Рокки II = 1979", "Рокки 2 = 1979", "Match strong")]
    [InlineData("Тачки 1 = 2006", "Тачки = 2006", "Match strong")]
    [InlineData("Дюна; Dune: Part Two = 2023", "Дюна; Dune = 2022", "No part")]
    [InlineData("Дюна; Dune: Part One = 2021", "Дюна; Dune = 2021", "Match strong")]
    [InlineData("Война и мир. Часть первая = 1965", "Война и мир. Часть вторая = 1965", "No part")]
    [InlineData("Серия 1 = 1990", "Серия 1 = 1990", "No generic")]
    [InlineData("Фильм = 1990", "Фильм = 1990", "No generic")]
    [InlineData("Pilot = 1990", "Pilot = 1990", "No generic")]
    [InlineData("М = 1931", "М = 1931", "No generic")]
    [InlineData("?! = 1990", "… = 1990", "No generic")]
    [InlineData("Сталкер = 1979", "«СТАЛКЕР» = 1980", "Match strong")]
    [InlineData("The Matrix = 1999", "Matrix, The = 1999", "Match strong")]
    [InlineData("Die Hard = 1988", "Hard = 1988", "No different")]
    [InlineData("Сталкер; Stalker = 1979", "Stalker; Сталкер = 1979", "Match strong")]
    [InlineData("Сталкер = 1979, 9720, А. Тарковский", "Сталкер = 1979, 9330, Тарковский Андрей", "Match strong")]
    [InlineData("Короткий = 1979, 600, А. Тарковский", "Короткий = 1979, 880", "Match strong")]
    [InlineData("Сталкер = 1979, 9720, А. Тарковский", "Сталкер = 1979, 5400, Андрей Тарковский", "Match edition")]
    [InlineData("Мама = 1999, 5400, Юрий Егоров", "Мама = 1999, 7200, Денис Евстигнеев", "No namesake")]
    [InlineData("Мама = 1999, 5400", "Мама = 1999, 7200, Денис Евстигнеев", "Review contradiction")]
    [InlineData("Мама = 1999, Юрий Егоров", "Мама = 1999, 7200, Денис Евстигнеев", "Review contradiction")]
    [InlineData("Мама = 1999, 7200, Юрий Егоров", "Мама = 1999, 7200, Денис Евстигнеев", "Review contradiction")]
    [InlineData("Мама = 1999, 5400, Денис Евстигнеев", "Мама = 2001, 7200, Евстигнеев", "Review near-year")]
    [InlineData("Мама = 1999, 5400, Денис Евстигнеев", "Мама = 2002, 5450, Евстигнеев", "Match near-year")]
    [InlineData("Мама = 1999, 5400", "Мама = 2001, 5400", "No different")]
    [InlineData("Мама = 1999, Денис Евстигнеев", "Мама = 2003, Денис Евстигнеев", "No remake")]
    [InlineData("Мама = 1999, 5400, Денис Евстигнеев", "Мама = 5400, Денис Евстигнеев", "Review year-unknown")]
    [InlineData("Мама", "Мама", "Review year-unknown")]
    [InlineData("Сталкер; Stalker = 1979, 9720", "Stalker = 1979, 9720", "Match alias")]
    [InlineData("Сталкер; Stalker = 1979, А. Тарковский", "Stalker = 1980, Andrei Tarkovsky", "Match alias")]
    [InlineData("Сталкер; Stalker = 1979, 9720", "Stalker = 1979, 8900", "No different")]
    [InlineData("Сталкер; Stalker = 1979", "Stalker = 1979", "No different")]
    [InlineData("Ирония судьбы = 1975, 11000, Э. Рязанов", "Ирония судбы = 1975, 11000, Эльдар Рязанов", "Review similar")]
    [InlineData("Ирония судьбы = 1975, 11000", "Ирония судбы = 1975, 11000", "No different")]
    [InlineData("Слова = 2012, 5800, Брайан Клагман", "Три слова = 2012, 5800, Брайан Клагман", "No different")]
    [InlineData("Комната = 2015, 7000", "Военная комната = 2015, 7000", "No different")]
    public void A_pair_is_decided_by_the_first_rule_that_applies(string one, string other, string expected)
    {
        var (a, b) = (Records.Of(one), Records.Of(other));

        var verdict = FilmMatcher.Compare(a, b);

        Assert.Equal(expected, $"{verdict.Verdict} {verdict.Reason}");
        Assert.Equal(verdict, FilmMatcher.Compare(b, a));
    }

    [Theory]
    [InlineData("Мама = 1999, 5400", "Мама = 5450", "Match unique")]
    [InlineData("Мама = 1999, Денис Евстигнеев", "Мама = Д. Евстигнеев", "Match unique")]
    [InlineData("Мама = 1999, 5400", "Мама = 5700", "Review year-unknown")]
    [InlineData("Мама = 1999", "Мама", "Review year-unknown")]
    [InlineData("Мама = 1999, 5400, Денис Евстигнеев", "Мама = 5400, Юрий Егоров", "Review year-unknown")]
    public void A_title_of_one_film_only_needs_no_year(string one, string other, string expected)
    {
        var verdict = FilmMatcher.Compare(Records.Of(one), Records.Of(other), isUnique: true);

        Assert.Equal(expected, $"{verdict.Verdict} {verdict.Reason}");
    }

    [Theory]
    [InlineData("А. Тарковский", "Тарковский Андрей", true)]
    [InlineData("С.Бондарчук", "Бондарчук Сергей Фёдорович", true)]
    [InlineData("С. Бондарчук", "Ф. Бондарчук", false)]
    [InlineData("Андрей Тарковский", "Андрей Кончаловский", false)]
    [InlineData("Vinil Mathew", "Vinil Matthew", true)]
    [InlineData("Н. Михалков", "Андрей Михалков-Кончаловский", false)]
    [InlineData("Тарковский", "Андрей Тарковский", true)]
    [InlineData("Альфред Хичкок", "Alfred Hitchcock", true)]
    [InlineData("Жорж Мельес", "Georges Méliès", true)]
    [InlineData("А. Тарковский", "Andrei Tarkovsky", true)]
    public void Names_of_one_person_are_told_through_initials_order_and_script(string one, string other, bool expected)
    {
        Assert.Equal(expected, PersonName.Of(one)!.CanBe(PersonName.Of(other)!));
        Assert.Equal(expected, PersonName.Of(other)!.CanBe(PersonName.Of(one)!));
    }

    [Fact]
    public void Names_in_two_scripts_never_contradict()
    {
        Assert.Equal(Agreement.Unknown, People.Compare(People.Of(["Юрий Егоров"]), People.Of(["John Ford"])));
        Assert.Equal(Agreement.Disjoint, People.Compare(People.Of(["Юрий Егоров"]), People.Of(["Юрий Норштейн"])));
    }
}
