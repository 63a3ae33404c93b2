namespace Metadata.Tests.Searching;

public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("брат", "Брат|Брат 2|Мой старший брат")]
    [InlineData("brother", "Брат|О любви")]
    [InlineData("бра", "Брат|Брат 2|Мой старший брат")]
    [InlineData("Брат II", "Брат 2")]
    [InlineData("брат2", "Брат 2")]
    [InlineData("rocky 4", "Рокки 4")]
    [InlineData("рокки iv", "Рокки 4")]
    [InlineData("her", "Она")]
    [InlineData("комната 2015", "Комната|Военная комната")]
    [InlineData("комната (2015)", "Комната|Военная комната")]
    [InlineData("комната 2014", "Комната")]
    [InlineData("комната 20", "Комната|Военная комната")]
    [InlineData("12", "12")]
    [InlineData("1917", "1917")]
    [InlineData("1917 2019", "1917")]
    [InlineData("2001", "2001: Космическая одиссея")]
    [InlineData("2001 1968", "2001: Космическая одиссея")]
    [InlineData("Х", "Х")]
    [InlineData("V", "Вендетта")]
    [InlineData("сталкер тарковский", "Сталкер")]
    [InlineData("данелия", "Осенний марафон")]
    [InlineData("Léon", "Леон")]
    [InlineData("leon", "Леон")]
    [InlineData("человек паук", "Человек-паук")]
    [InlineData("человекпаук", "Человек-паук")]
    [InlineData("чело век паук", "Человек-паук")]
    [InlineData("паук человек", "Человек-паук")]
    [InlineData("судьбы ирония", "Ирония судьбы, или С лёгким паром!")]
    [InlineData("елки", "Ёлки")]
    [InlineData("и\u0306ога", "Йога")]
    [InlineData("tom and jerry", "Tom & Jerry")]
    [InlineData("фильм", "Фильм, фильм, фильм")]
    [InlineData("смотреть фильм брат онлайн в хорошем качестве", "Брат|Брат 2|Мой старший брат")]
    [InlineData("люб голуб", "Любовь и голуби")]
    public void Words_as_they_are_written_find_films_in_this_order(string q, string titles)
    {
        var found = SampleFilms.Index().Find(q);

        Assert.Equal(titles, SampleFilms.Titles(found));
        Assert.Null(found.Correction);
    }

    [Theory]
    [InlineData("\"ghbdtn\"")]
    [InlineData("«брилиантовая рука»")]
    [InlineData("\"смотреть фильм сталкер\"")]
    [InlineData("13")]
    [InlineData("1971")]
    [InlineData("дно")]
    [InlineData("совсем другое кино про космос")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("'")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("&")]
    [InlineData(";,.[]`")]
    [InlineData("🎬")]
    [InlineData("\uD800")]
    public void Nothing_is_found_where_nothing_fits(string q) => Assert.Empty(SampleFilms.Titles(SampleFilms.Index().Find(q)));

    [Fact]
    public void Quotes_leave_a_literal_query_as_it_is() => Assert.Equal("Брат 2", SampleFilms.Titles(SampleFilms.Index().Find("«брат 2»")));

    [Fact]
    public void A_film_put_twice_is_found_once()
    {
        var index = SampleFilms.Index();

        index.Put(SampleFilms.All[0]);

        Assert.Equal("Брат|Брат 2|Мой старший брат", SampleFilms.Titles(index.Find("брат")));
    }

    [Fact]
    public void A_replaced_film_is_found_by_its_new_words_only()
    {
        var index = SampleFilms.Index();

        index.Put(SampleFilms.All[12] with { Title = "Зеркало", Year = 1974 });

        Assert.Empty(index.Find("сталкер").Hits);
        Assert.Equal(13, Assert.Single(index.Find("зеркало 1974").Hits).MovieId);
        Assert.Equal(13, Assert.Single(index.Find("тарковский").Hits).MovieId);
    }

    [Fact]
    public void A_cleared_index_finds_nothing()
    {
        var index = SampleFilms.Index();

        index.Clear();

        Assert.Empty(index.Find("брат").Hits);
    }
}
