using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Editing.Exchange;
using Scraper.Editing.Movies;

namespace Scraper.Tests.Editing.Exchange;

public sealed class CsvRoundTripTests
{
    private const int Cases = 2_000;

    // What spreadsheets and parsers stumble over, more often than chance would bring it.
    private static readonly Gen<string> AnyText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => Valid(text ?? "")),
        Gen.Elements("=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "''", "\"", ",", ";", "\\", " ", "а", "ё", "\uFEFF", "😀", "0")
            .ArrayOf().Select(string.Concat));

    [Fact]
    public void Every_text_comes_back_from_a_table_as_it_was() => Prop.ForAll(
        AnyText.ArrayOf().Where(cells => cells.Length > 0).ArrayOf().ToArbitrary(),
        records =>
        {
            var header = CsvText.Record(["id", "title"]);
            var text = header + string.Concat(records.Select(cells => CsvText.Record(cells.Select(FormulaGuard.Put))));

            var read = ReadAll(text).Skip(1).Select(cells => cells.Select(FormulaGuard.TakeOff));

            return read.Select(cells => string.Join('\0', cells)).SequenceEqual(
                records.Select(cells => string.Join('\0', cells)), StringComparer.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void No_cell_begins_as_a_formula_does() => Prop.ForAll(
        AnyText.ToArbitrary(),
        text => FormulaGuard.Put(text) is not ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void Every_list_of_names_comes_back_as_it_was() => Prop.ForAll(
        AnyText.Select(name => name.Trim()).Where(name => name.Length > 0).ArrayOf().ToArbitrary(),
        names => NameList.Split(NameList.Join(names)).SequenceEqual(names, StringComparer.Ordinal))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Theory]
    [InlineData("id,title\r\n1,\"a\r\nb\"\r\n2,c", "1,2,4")]
    [InlineData("id;title\n1;\"a;b\"\n\n2;c\n", "1,2,3,4")]
    [InlineData("id\ttitle\r1\t\"a\rb\"\r2\tc", "1,2,4")]
    public void Records_know_the_line_they_begin_in(string text, string lines)
    {
        var reader = new CsvReader(text);
        List<int> found = [];
        while (reader.Next() is { } record)
        {
            found.Add(record.Line);
        }

        Assert.Equal(lines, string.Join(',', found));
    }

    private static List<IReadOnlyList<string>> ReadAll(string text)
    {
        var reader = new CsvReader(text);
        List<IReadOnlyList<string>> records = [];
        while (reader.Next() is { } record)
        {
            records.Add([.. record.Cells.Select(cell => cell.Text)]);
        }

        return records;
    }

    // Halves of characters exist in no file.
    private static string Valid(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
        .Replace(Rune.ReplacementChar.ToString(), "", StringComparison.Ordinal);
}
