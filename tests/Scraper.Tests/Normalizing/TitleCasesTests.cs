using Scraper.Editing;

namespace Scraper.Tests.Normalizing;

/// <summary>The tables in Cases: at least three rows for each of the 126 ways to decorate a title.</summary>
public class TitleCasesTests
{
    private const int Patterns = 126;

    public static TheoryData<TitleRow> Cases => [.. TitleCaseTable.ReadAll()];

    public static TheoryData<TitleRow> Misses => [.. TitleCaseTable.Read(TitleCaseTable.KnownMisses)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_title_of_the_tables_is_read_as_the_table_says(TitleRow row)
    {
        var read = Read(row);

        Assert.Equal(row with { Pattern = read.Pattern }, read);
    }

    [Theory]
    [MemberData(nameof(Misses))]
    public void A_known_miss_still_misses_or_belongs_into_the_tables_of_cases(TitleRow row)
    {
        var read = Read(row);

        Assert.NotEqual(row with { Pattern = read.Pattern }, read);
    }

    [Fact]
    public void Every_pattern_has_three_rows()
    {
        var rows = TitleCaseTable.ReadAll().ToLookup(row => row.Pattern, StringComparer.Ordinal);

        var thin = Enumerable.Range(1, Patterns).Select(number => TitleCaseTable.Text(number))
            .Where(pattern => rows[pattern].Count() < 3);

        Assert.Empty(thin);
    }

    [Fact]
    public void No_title_stands_twice_in_the_tables()
    {
        var twice = TitleCaseTable.ReadAll().Concat(TitleCaseTable.Read(TitleCaseTable.KnownMisses))
            .GroupBy(row => row.Raw, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(twice);
    }

    /// <summary>What is neither film nor instalment is never shown, so only its kind matters.</summary>
    private static TitleRow Read(TitleRow row)
    {
        var explained = TitleExplainer.Explain(row.Raw, null, TitleCaseTable.CurrentYear);
        var kind = explained.Kind.ToString();
        if (row.Kind == "Other" && kind == "Other")
        {
            return row with { Pattern = "" };
        }

        return new TitleRow(
            "",
            row.Raw,
            kind,
            explained.Title ?? "",
            explained.OriginalTitle ?? "",
            TitleCaseTable.Text(explained.Year),
            TitleCaseTable.Text(explained.Season),
            TitleCaseTable.Text(explained.Episode));
    }
}
