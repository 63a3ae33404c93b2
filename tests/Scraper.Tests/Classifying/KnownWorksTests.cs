using Scraper.Editing;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Tests.Classifying;

public class KnownWorksTests
{
    private const int CurrentYear = 2026;

    [Theory]
    [InlineData("Секретные материалы 1993", VideoKind.Episode)]
    [InlineData("Секретные материалы (фильм, 1998)", VideoKind.Film)]
    [InlineData("Фарго 2014", VideoKind.Episode)]
    [InlineData("Фарго 1996", VideoKind.Film)]
    [InlineData("Игра престолов", VideoKind.Episode)]
    [InlineData("Бриллиантовая рука", VideoKind.Film)]
    [InlineData("Бриллиантовая рука — лучшие моменты", VideoKind.Other)]
    public void A_well_known_name_tells_what_no_mark_does(string title, object expected)
    {
        var read = TitleExplainer.Explain(title, null, CurrentYear);

        Assert.Equal((VideoKind)expected, read.Kind);
    }

    [Fact]
    public void No_name_stands_among_series_and_classics_without_a_year_to_tell_them_apart()
    {
        var classics = VocabularyFile.Words("classics.tsv", "film");

        Assert.DoesNotContain(VocabularyFile.Rows("series.tsv"), row => row[3] == "unique" && classics.Contains(row[0]));
    }
}
