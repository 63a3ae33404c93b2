using Metadata.Client;
using Metadata.Indexing;
using Metadata.Searching;

namespace Metadata.Tests.Searching;

public sealed class SearchIndexTests
{
    private static readonly IReadOnlyList<IndexedMovie> Films =
    [
        Film(1, "Брат", 1997, "Brother", "Алексей Балабанов"),
        Film(2, "Брат 2", 2000, null, "Алексей Балабанов"),
        Film(3, "Мой старший брат", 1962, null, null),
        Film(4, "Она", 2013, "Her", "Спайк Джонз"),
        Film(5, "Рука, качающая колыбель", 1992, null, null),
        Film(6, "Комната", 2015, "Room", null),
        Film(7, "Военная комната", 2015, null, null),
        Film(8, "1917", 2019, null, "Сэм Мендес"),
        Film(9, "12", 2007, null, "Никита Михалков"),
        Film(10, "2001: Космическая одиссея", 1968, "2001: A Space Odyssey", null),
        Film(11, "Х", 1990, null, null),
        Film(12, "Вендетта", 2006, "V", null),
        Film(13, "Сталкер", 1979, null, "Андрей Тарковский"),
        Film(14, "Осенний марафон", 1979, null, "Георгий Данелия"),
        Film(15, "Леон", 1994, "Léon", "Люк Бессон"),
        Film(16, "Человек-паук", 2002, "Spider-Man", null),
        Film(17, "Ирония судьбы, или С лёгким паром!", 1975, null, "Эльдар Рязанов"),
        Film(18, "Привет, мне пора", 2012, null, null),
        Film(19, "Щелкунчик", 1973, null, null),
        Film(20, "Йога", 2012, null, null),
        Film(21, "Бэтмен", 1989, "Batman", null),
        Film(22, "Рокки 4", 1985, "Rocky IV", null),
        Film(23, "Ёлки", 2010, null, null),
        Film(24, "Брэтц", 2007, "Bratz", null),
        Film(25, "Бриллиантовая рука", 1968, null, "Леонид Гайдай"),
        Film(26, "Tom & Jerry", 2021, null, null),
        Film(27, "Электроник", 1979, null, null),
        Film(28, "Фильм, фильм, фильм", 1968, null, null),
        Film(29, "Любовь и голуби", 1984, null, null),
        Film(30, "О любви", 1970, "Brother Love", null),
    ];

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
        var found = Index().Find(q);

        Assert.Equal(titles, Titles(found));
        Assert.Null(found.Correction);
    }

    [Theory]
    [InlineData("ghbdtn", "Привет, мне пора", "привет", CorrectionKind.Layout)]
    [InlineData(",hfn 2", "Брат 2", "брат 2", CorrectionKind.Layout)]
    [InlineData("'k", "Электроник", "эл", CorrectionKind.Layout)]
    [InlineData("`krb", "Ёлки", "елки", CorrectionKind.Layout)]
    [InlineData("ифеьфт", "Бэтмен", "batman", CorrectionKind.Layout)]
    [InlineData("сталкер nfhrjdcrbq", "Сталкер", "сталкер тарковский", CorrectionKind.Layout)]
    [InlineData("brat 2", "Брат 2", "брат 2", CorrectionKind.Translit)]
    [InlineData("brat2", "Брат 2", "брат 2", CorrectionKind.Translit)]
    [InlineData("shchelkunchik", "Щелкунчик", "щелкунчик", CorrectionKind.Translit)]
    [InlineData("schelkunchik", "Щелкунчик", "щелкунчик", CorrectionKind.Translit)]
    [InlineData("ŝelkunčik", "Щелкунчик", "щелкунчик", CorrectionKind.Translit)]
    [InlineData("том & jerry", "Tom & Jerry", "tom & jerry", CorrectionKind.Translit)]
    [InlineData("danelia", "Осенний марафон", "данелия", CorrectionKind.Translit)]
    [InlineData("elki", "Ёлки", "елки", CorrectionKind.Translit)]
    [InlineData("yolki", "Ёлки", "елки", CorrectionKind.Translit)]
    [InlineData("спайдер ман", "Человек-паук", "spider man", CorrectionKind.Typo)]
    [InlineData("брилиантовая рука", "Бриллиантовая рука", "бриллиантовая рука", CorrectionKind.Typo)]
    [InlineData("бриллиантвая рука", "Бриллиантовая рука", "бриллиантовая рука", CorrectionKind.Typo)]
    [InlineData("сталкре", "Сталкер", "сталкер", CorrectionKind.Typo)]
    [InlineData("бриллиантовую руку", "Бриллиантовая рука", "бриллиантовая рука", CorrectionKind.Inflection)]
    [InlineData("осеннего марафона", "Осенний марафон", "осенний марафон", CorrectionKind.Inflection)]
    [InlineData("комнатой 2015", "Комната", "комната 2015", CorrectionKind.Inflection)]
    [InlineData("jctyytuj vfhfajyf", "Осенний марафон", "осенний марафон", CorrectionKind.Layout)]
    public void A_correction_is_named_and_finds_its_film_first(string q, string title, string query, CorrectionKind kind)
    {
        var found = Index().Find(q);

        Assert.Equal(title, Titles(found).Split('|')[0]);
        Assert.Equal(new SearchReading(query, kind), found.Correction);
        Assert.All(found.Hits, hit => Assert.True(hit.Score >= SearchHit.CorrectedFrom));
    }

    [Fact]
    public void A_whole_title_in_the_other_alphabet_follows_the_few_films_that_begin_so()
    {
        var found = Index().Find("brat");

        Assert.StartsWith("Брэтц|Брат|", Titles(found), StringComparison.Ordinal);
        Assert.Equal(new SearchReading("брат", CorrectionKind.Translit), found.Correction);
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
    public void Nothing_is_found_where_nothing_fits(string q) => Assert.Empty(Titles(Index().Find(q)));

    [Fact]
    public void Quotes_leave_a_literal_query_as_it_is() => Assert.Equal("Брат 2", Titles(Index().Find("«брат 2»")));

    [Fact]
    public void A_film_put_twice_is_found_once()
    {
        var index = Index();

        index.Put(Films[0]);

        Assert.Equal("Брат|Брат 2|Мой старший брат", Titles(index.Find("брат")));
    }

    [Fact]
    public void A_replaced_film_is_found_by_its_new_words_only()
    {
        var index = Index();

        index.Put(Films[12] with { Title = "Зеркало", Year = 1974 });

        Assert.Empty(index.Find("сталкер").Hits);
        Assert.Equal(13, Assert.Single(index.Find("зеркало 1974").Hits).MovieId);
        Assert.Equal(13, Assert.Single(index.Find("тарковский").Hits).MovieId);
    }

    [Fact]
    public void A_cleared_index_finds_nothing()
    {
        var index = Index();

        index.Clear();

        Assert.Empty(index.Find("брат").Hits);
    }

    private static SearchIndex Index()
    {
        var index = new SearchIndex();
        foreach (var film in Films)
        {
            index.Put(film);
        }

        return index;
    }

    private static string Titles(SearchHits found) => string.Join('|', found.Hits
        .OrderBy(hit => hit.Score).ThenBy(hit => hit.MovieId).Select(hit => Films[hit.MovieId - 1].Title));

    private static IndexedMovie Film(int id, string title, int year, string? original, string? director) => new()
    {
        Id = id,
        Title = title,
        OriginalTitle = original,
        Year = year,
        Directors = director is null ? [] : [director],
        AddedAt = DateTimeOffset.UnixEpoch,
    };
}
