using System.Globalization;
using Scraper.Editing;
using Scraper.Tests.Normalizing.Generated;
using Xunit.Abstractions;

namespace Scraper.Tests.Normalizing;

/// <summary>
/// Real film titles in every decoration of the list: what is read must be the film, whatever stands around it. A fixed
/// seed makes the same titles every time.
/// </summary>
public class GeneratedTitlesTests(ITestOutputHelper output)
{
    private const int Patterns = 126;
    private const int Seed = 2026;
    private const int TitlesOfDecoration = 25;

    [Fact]
    public void Every_pattern_has_a_decoration()
    {
        var patterns = Decoration.ReadAll().Select(decoration => decoration.Pattern).Distinct();

        Assert.Equal(Enumerable.Range(1, Patterns), patterns.Order());
    }

    [Fact]
    public void Films_of_the_lists_are_read_above_the_floors_in_every_group_of_decorations()
    {
        if (CatalogueFilms.Read() is not { } films)
        {
            Console.Error.WriteLine("shared data absent: generated titles not measured");
            output.WriteLine("shared data absent: generated titles not measured");

            return;
        }

        var filler = new TitleFiller(films, Seed);
        var readings = Decoration.ReadAll().SelectMany(decoration => filler.Titles(decoration, TitlesOfDecoration))
            .Select(Reading.Of).ToList();

        var groups = readings.GroupBy(reading => PatternGroup.Of(reading.Asked.Pattern)).ToList();
        foreach (var group in groups)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Name}: title {Share(group, r => r.IsTitleRight):0.0000}, kind {Share(group, r => r.IsKindRight):0.0000}"));
        }

        foreach (var miss in readings.Where(reading => !reading.IsTitleRight || !reading.IsKindRight))
        {
            output.WriteLine($"{miss.Asked.Pattern}: {miss.Asked.Raw} -> {miss.Read.Kind} [{miss.Read.Title}]");
        }

        Assert.Multiple(
        [
            .. groups.Select<IGrouping<PatternGroup, Reading>, Action>(group => () => AssertAtLeast(
                0.995, Share(group, reading => reading.IsTitleRight), $"title, {group.Key.Name}")),
            () => AssertAtLeast(0.999, Share(readings.Where(r => r.Asked.Year is not null), r => r.IsYearRight), "year"),
            () => AssertAtLeast(0.998, Share(readings.Where(r => r.Asked.Year is null), r => r.IsYearRight), "no invented year"),
            () => AssertAtLeast(0.98, Share(readings.Where(r => r.Asked.Original.Length > 0), r => r.IsOriginalRight), "original"),
            () => AssertAtLeast(0.99, Share(readings.Where(r => r.Asked.Kind == "Episode"), r => r.IsNumberRight), "season, episode"),
            () => AssertAtLeast(0.98, Share(readings, r => r.IsKindRight), "kind"),
        ]);
    }

    private static void AssertAtLeast(double floor, double value, string name) =>
        Assert.True(value >= floor, string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.0000} is below {floor:0.000}"));

    private static double Share(IEnumerable<Reading> readings, Func<Reading, bool> test)
    {
        var list = readings.ToList();

        return list.Count(test) / (double)list.Count;
    }

    private sealed record Reading(GeneratedTitle Asked, TitleExplanation Read)
    {
        public bool IsTitleRight => !Asked.IsWork || MatchForm.Of(Read.Title ?? "") == MatchForm.Of(Asked.Title);

        public bool IsYearRight => !Asked.IsWork || Read.Year == Asked.Year;

        public bool IsOriginalRight => MatchForm.Of(Read.OriginalTitle ?? "") == MatchForm.Of(Asked.Original);

        public bool IsNumberRight => (Read.Season, Read.Episode) == (Asked.Season, Asked.Episode);

        public bool IsKindRight => Read.Kind.ToString() == Asked.Kind;

        public static Reading Of(GeneratedTitle asked) =>
            new(asked, TitleExplainer.Explain(asked.Raw, asked.Duration, TitleCaseTable.CurrentYear));
    }
}
