using System.Text;
using Scraper.Editing;
using Scraper.Normalizing;

namespace Scraper.Tests.Normalizing;

/// <summary>What holds for every title, however broken.</summary>
public class TitleReaderPropertyTests
{
    private const int Seed = 20_260_101;
    private const int Strings = 4_000;
    private const int LongestString = 4_096;

    private static readonly string[] Pieces =
    [
        "Фильм", "(", ")", "[", "]", "«", "»", "\"", "2019", "1917", "1", "сезон", "серия", "#", "№", "/", "|", "-", " — ",
        ":", ".", "...", "S01E02", "06х01", "HD", "1080p", "трейлер", "полный фильм", "реж.", "смотреть онлайн", "18+",
        "02.06.2019", "из 20", "часть", "Part", "Eight", "series", "&laquo;", "&#0;", "Ð‘Ñ€", "🎬", "\u0301", "\u200B",
        "\uD83C", "\uDC00", "\0", "\n", "\t", "I", "Full", "Movie", "千と千尋", "от", "мая", "и", "Иван Петров", "г.", "%", "_",
    ];

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
        var random = new Random(Seed);
        var wrong = new List<string>();
        for (var i = 0; i < Strings; i++)
        {
            var raw = Fuzz(random);
            var read = TitleExplainer.Explain(raw, null, TitleCaseTable.CurrentYear);
            var isWrong = read.Year is < 1888 or > TitleCaseTable.CurrentYear + 1
                || read.Title?.Length > raw.Length * 2 + 16
                || read.Confidence is < 0 or > 1
                || read.Title?.Length == 0;
            if (isWrong)
            {
                wrong.Add(raw);
            }
        }

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

    private static string Fuzz(Random random)
    {
        var builder = new StringBuilder();
        var length = random.Next(0, random.Next(2) == 0 ? 40 : LongestString);
        while (builder.Length < length)
        {
            builder.Append(random.Next(4) switch
            {
                0 => ((char)random.Next(0x20, 0x500)).ToString(),
                1 => ((char)random.Next(0x2000, 0x2100)).ToString(),
                _ => Pieces[random.Next(Pieces.Length)],
            });
            builder.Append(random.Next(2) == 0 ? " " : "");
        }

        return builder.ToString();
    }
}
