using Metadata.Client;
using Metadata.Searching;

namespace Metadata.Tests.Searching;

public sealed class SearchCorrectionTests
{
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
        var found = SampleFilms.Index().Find(q);

        Assert.Equal(title, SampleFilms.Titles(found).Split('|')[0]);
        Assert.Equal(new SearchReading(query, kind), found.Correction);
        Assert.All(found.Hits, hit => Assert.True(hit.Score >= SearchHit.CorrectedFrom));
    }

    [Fact]
    public void A_whole_title_in_the_other_alphabet_follows_the_few_films_that_begin_so()
    {
        var found = SampleFilms.Index().Find("brat");

        Assert.StartsWith("Брэтц|Брат|", SampleFilms.Titles(found), StringComparison.Ordinal);
        Assert.Equal(new SearchReading("брат", CorrectionKind.Translit), found.Correction);
    }
}
