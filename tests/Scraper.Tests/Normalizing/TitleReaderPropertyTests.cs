using Scraper.Editing;
using Scraper.Normalizing;
using Scraper.Tests.Normalizing.Generated;

namespace Scraper.Tests.Normalizing;

/// <summary>What holds for every title, however broken.</summary>
public class TitleReaderPropertyTests
{
    private const int Strings = 100_000;

    [Fact]
    public void Reading_a_title_again_changes_nothing()
    {
        var unstable = Titles()
            .Select(raw => Read(raw).Title)
            .Where(title => !EndsWithItsOwnNumber(title))
            .Where(title => Read(title).Title is var again && Match(again) != Match(title));

        Assert.Empty(unstable);
    }

    [Fact]
    public void The_same_title_is_read_the_same_way_every_time()
    {
        var differing = Titles().Where(raw =>
            !Describe(raw).Equals(Describe(raw), StringComparison.Ordinal));

        Assert.Empty(differing);
    }

    [Fact]
    public void Broken_titles_are_read_without_an_error_and_within_limits()
    {
        var wrong = FuzzedTitles.Make(Strings).Where(raw =>
            TitleExplainer.Explain(raw, null, TitleCaseTable.CurrentYear) is var read
            && (read.Year is < 1888 or > TitleCaseTable.CurrentYear + 1
                || read.Title?.Length > raw.Length * 2 + 16
                || read.Confidence is < 0 or > 1
                || read.Title?.Length == 0));

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_title_is_never_made_of_nothing_but_marks()
    {
        var empty = Titles().Select(raw => Read(raw).Title)
            .Where(title => title.Length > 0 && !title.Any(char.IsLetterOrDigit));

        Assert.Empty(empty);
    }

    /// <summary>
    /// "Airport 1975" and "Легенда №17", without the year that stood beside them, say a year and an issue.
    /// </summary>
    private static bool EndsWithItsOwnNumber(string title) =>
        title.Contains('№') || (title.Length > 4 && title[^4..].All(char.IsAsciiDigit));

    [Fact]
    public void What_is_left_of_a_generated_title_is_left_as_it_is()
    {
        if (CatalogueFilms.Read() is not { } films)
        {
            Console.Error.WriteLine("shared data absent: generated titles not read again");

            return;
        }

        var filler = new TitleFiller(films, seed: 7);
        var titles = Decoration.ReadAll().Where(decoration => decoration.Kind == "Film")
            .SelectMany(decoration => filler.Titles(decoration, 5)).Select(title => title.Raw).ToList();

        var unstable = titles.Select(raw => Read(raw).Title).Where(title => !EndsWithItsOwnNumber(title))
            .Where(title => Match(Read(title).Title) != Match(title)).ToList();

        // Without its year a name may say something: "Онлайн", "Фильм «Высота»".
        Assert.True(unstable.Count <= titles.Count / 500, string.Join('\n', unstable));
    }

    private static IEnumerable<string> Titles() =>
        TitleCaseTable.ReadAll().Where(row => row.Kind != "Other").Select(row => row.Raw)
            .Concat(SharedTitles.Rows("titles.tsv")?.Where(row => row.Kind != "Other").Select(row => row.Raw) ?? []);

    private static TitleReading Read(string raw) => TitleReader.Read(raw, TitleCaseTable.CurrentYear);

    private static string Describe(string raw)
    {
        var explained = TitleExplainer.Explain(raw, null, TitleCaseTable.CurrentYear);

        return $"{explained with { Rules = [] }} {string.Join(';', explained.Rules)}";
    }

    /// <summary>The form in which titles are compared when films are matched.</summary>
    private static string Match(string title) => string.Join(' ', title.ToLowerInvariant().Replace('ё', 'е')
        .Split([' ', '.', ',', ':', '-', '–', '—', '«', '»', '"', '!', '?', '…'], StringSplitOptions.RemoveEmptyEntries));
}
