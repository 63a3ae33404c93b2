using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Tests.Normalizing.Vocabulary;

/// <summary>
/// The vocabularies are data: each line is checked, and each decoration must really be taken off a title.
/// </summary>
public class VocabularyTests
{
    private const string Title = "Тихий берег";

    public static TheoryData<string> Files => [.. VocabularyFile.Names];

    public static TheoryData<string, string, string> Decorations
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var file in new[] { "quality.tsv", "voice.tsv", "noise.tsv", "kinds.tsv" })
            {
                foreach (var row in VocabularyFile.Rows(file))
                {
                    data.Add(file, row[0], row[1]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_vocabulary_holds_no_term_twice(string file)
    {
        // A guard word may guard two things, and a decoration may stand in two places.
        var keyed = file is "guards.tsv" or "noise.tsv"
            ? VocabularyFile.Rows(file).Select(row => $"{row[0]}\t{row[1]}")
            : VocabularyFile.Rows(file).Select(row => row[0]);

        Assert.Empty(keyed.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_has_all_columns_and_no_stray_blanks(string file)
    {
        var rows = VocabularyFile.Rows(file);
        var columns = rows[0].Length;

        Assert.DoesNotContain(rows, row => row.Length != columns || row[0].Length == 0 || row.Any(cell => cell != cell.Trim()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_term_is_written_as_titles_are_compared(string file)
    {
        Assert.DoesNotContain(VocabularyFile.Rows(file), row => row[0] != Written(row[0]));
    }

    [Theory]
    [MemberData(nameof(Decorations))]
    public void Every_decoration_is_taken_off(string file, string term, string where)
    {
        var raw = where switch
        {
            "head" => $"{Capital(term)}: {Title} (2014)",
            "label" => $"Звезда экрана {term} | {Title} (2014)",
            "cut" => $"{Title} (2014), {term} Иван Петров",
            _ => $"{Title} (2014) {term}",
        };

        var read = TitleReader.Read(where == "whole" ? $"{Title} (2014) | {term}" : raw, TitleCaseTable.CurrentYear);

        Assert.Equal((Title, null, 2014), (read.Title, read.OriginalTitle, read.Year));
        Assert.True(read.Rules.Count >= 2, $"{file}: no rule fired for '{term}'");
    }

    [Fact]
    public void Every_genre_is_read_from_a_bracket_by_all_its_names()
    {
        var missed = VocabularyFile.Rows("genres.tsv")
            .Where(row => !InBracket(row[0]).Genres.Contains(row[1], StringComparer.Ordinal))
            .Select(row => row[0]);

        Assert.Empty(missed);
    }

    [Fact]
    public void Genres_are_named_in_lower_case_Russian()
    {
        Assert.DoesNotContain(VocabularyFile.Rows("genres.tsv"), row => row[1].Any(c => char.IsUpper(c) || char.IsAsciiLetter(c)));
    }

    [Fact]
    public void Every_country_is_read_from_a_bracket_by_all_its_names()
    {
        var missed = VocabularyFile.Rows("countries.tsv")
            .Where(row => !InBracket(row[0]).Countries.Contains(row[1], StringComparer.Ordinal))
            .Select(row => row[0]);

        Assert.Empty(missed);
    }

    [Fact]
    public void Every_programme_is_known_by_its_name_before_a_subject()
    {
        var missed = VocabularyFile.Rows("shows.tsv")
            .Where(row => !TitleReader.Read($"{Capital(row[0])} - Новая тема", TitleCaseTable.CurrentYear)
                .Rules.Any(rule => rule.Name == "episode.known-show"))
            .Select(row => row[0]);

        Assert.Empty(missed);
    }

    [Fact]
    public void Every_trailer_word_is_taken_off_with_its_modifiers()
    {
        var heads = VocabularyFile.Rows("trailer-words.tsv").Where(row => row[1] is "head" or "weak").Select(row => row[0]);
        var missed = heads.Where(head =>
            TitleReader.Read($"{Title} — официальный {head}", TitleCaseTable.CurrentYear) is var read
            && (read.Title != Title || read.Rules.All(rule => rule.Name != "trailer")));

        Assert.Empty(missed);
    }

    private static TitleReading InBracket(string term) =>
        TitleReader.Read($"{Title} (2014, {term})", TitleCaseTable.CurrentYear);

    private static string Written(string term) => string.Join(' ', term.Split(' ').Select(Tokenizer.KeyOf));

    private static string Capital(string term) => char.ToUpperInvariant(term[0]) + term[1..];
}
