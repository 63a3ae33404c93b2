using Scraper.Editing;
using Scraper.Sources;
using Scraper.Tests.Normalizing;

namespace Scraper.Tests.Editing;

public class TitleExplainerTests
{
    [Fact]
    public void A_title_is_explained_with_every_rule_and_what_it_took()
    {
        var explained = TitleExplainer.Explain("Тихий берег (1983) HD", TimeSpan.FromMinutes(96), TitleCaseTable.CurrentYear);

        Assert.Equal((1, VideoKind.Film, "Тихий берег", 1983), (explained.Schema, explained.Kind, explained.Title, explained.Year));
        Assert.Equal(
            "year.bracket: 1983\nquality: HD\nverdict: a film +3.0: the title gives a year in brackets",
            string.Join('\n', explained.Rules.Take(3)));
    }

    [Fact]
    public void A_title_that_names_nothing_has_no_title()
    {
        var explained = TitleExplainer.Explain("Трейлер", null, TitleCaseTable.CurrentYear);

        Assert.Equal((VideoKind.Trailer, null), (explained.Kind, explained.Title));
    }

    [Fact]
    public void The_length_decides_what_a_bare_title_is()
    {
        var film = TitleExplainer.Explain("Погоня за ветром", TimeSpan.FromMinutes(100), TitleCaseTable.CurrentYear);
        var clip = TitleExplainer.Explain("Погоня за ветром", TimeSpan.FromMinutes(3), TitleCaseTable.CurrentYear);

        Assert.Equal((VideoKind.Film, VideoKind.Other), (film.Kind, clip.Kind));
    }
}
