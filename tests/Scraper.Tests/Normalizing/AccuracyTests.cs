using System.Globalization;
using System.Text;
using Scraper.Editing;
using Xunit.Abstractions;

namespace Scraper.Tests.Normalizing;

/// <summary>Measures reading and judging on real labelled titles, with the floors that the product promises.</summary>
public class AccuracyTests(ITestOutputHelper output)
{
    private static readonly string[] Kinds = ["Film", "Episode", "Trailer", "Other"];

    [Theory]
    [InlineData("titles.tsv")]
    [InlineData("uploader-titles-gold.tsv")]
    public void Labelled_titles_are_read_above_the_floors(string file)
    {
        if (SharedTitles.Rows(file) is not { } rows)
        {
            Console.Error.WriteLine($"shared data absent: accuracy not measured ({file})");
            output.WriteLine($"shared data absent: accuracy not measured ({file})");

            return;
        }

        var results = rows.Select(row => new Result(
            row, TitleExplainer.Explain(row.Raw, row.Duration, TitleCaseTable.CurrentYear))).ToList();

        Report(results);
        Assert.Multiple(
            () => AssertAtLeast(0.95, TitleAccuracy(results), "title"),
            () => AssertAtLeast(0.92, TitleAccuracy(results.Where(IsDecorated)), "decorated title"),
            () => AssertAtLeast(0.99, YearAccuracy(results), "year"),
            () => AssertAtLeast(0.98, 1 - InventedYears(results), "no invented year"),
            () => AssertAtLeast(0.90, OriginalRecall(results), "original title"),
            () => AssertAtLeast(0.95, NumberAccuracy(results), "season and episode"),
            () => AssertAtLeast(0.90, Kinds.Average(kind => F1(results, kind)), "kinds, macro-F1"),
            () => AssertAtLeast(0.98, Precision(results, "Film"), "film precision"),
            () => AssertAtLeast(0.98, Recall(results, "Film"), "film recall"),
            () => AssertAtLeast(0.98, Share(results.Where(r => r.Read.Confidence >= 0.9), r => r.IsKindRight), "sure verdicts"));
    }

    private static void AssertAtLeast(double floor, double value, string name) =>
        Assert.True(value >= floor, $"{name}: {value:0.000} is below {floor:0.000}");

    private static double TitleAccuracy(IEnumerable<Result> results) =>
        Share(results.Where(r => r.Row.Title.Length > 0), r => Fold(r.Read.Title ?? "") == Fold(r.Row.Title));

    private static double YearAccuracy(IEnumerable<Result> results) =>
        Share(Works(results), r => TitleCaseTable.Text(r.Read.Year) == r.Row.Year);

    private static double InventedYears(IEnumerable<Result> results) =>
        Share(Works(results).Where(r => r.Row.Year.Length == 0), r => r.Read.Year is not null);

    /// <summary>Same-language second titles are alternatives, and so no original title.</summary>
    private static double OriginalRecall(IEnumerable<Result> results) => Share(
        Works(results).Where(r => r.Row.Original.Any(char.IsAsciiLetter)),
        r => Fold(r.Read.OriginalTitle ?? "") == Fold(r.Row.Original));

    private static double Precision(IEnumerable<Result> results, string kind) =>
        Share(results.Where(r => r.Kind == kind), r => r.Row.Kind == kind);

    private static double Recall(IEnumerable<Result> results, string kind) =>
        Share(results.Where(r => r.Row.Kind == kind), r => r.Kind == kind);

    private static double F1(IReadOnlyList<Result> results, string kind)
    {
        var (precision, recall) = (Precision(results, kind), Recall(results, kind));

        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /// <summary>Where either stands in the label; the count of a daily show's days is none.</summary>
    private static double NumberAccuracy(IEnumerable<Result> results) => Share(
        Works(results).Where(r => r.Row.Season.Length + r.Row.Episode.Length > 0),
        r => (TitleCaseTable.Text(r.Read.Season), TitleCaseTable.Text(r.Read.Episode)) == (r.Row.Season, r.Row.Episode));

    /// <summary>More stands around the title than a year.</summary>
    private static bool IsDecorated(Result result) =>
        Fold(result.Row.Raw.Replace(result.Row.Year.Length > 0 ? result.Row.Year : "\0", "", StringComparison.Ordinal))
            != Fold(result.Row.Title);

    private static IEnumerable<Result> Works(IEnumerable<Result> results) => results.Where(r => r.Row.Kind != "Other");

    private static double Share(IEnumerable<Result> results, Func<Result, bool> test)
    {
        var list = results.ToList();

        return list.Count == 0 ? 1 : list.Count(test) / (double)list.Count;
    }

    /// <summary>Unicode NFC, case, ё to е, white space to one blank, punctuation off both ends.</summary>
    private static string Fold(string title)
    {
        var folded = title.Normalize(NormalizationForm.FormC).ToLowerInvariant().Replace('ё', 'е');
        var single = string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var from = 0;
        var to = single.Length;
        while (from < to && IsEdge(single[from]))
        {
            from++;
        }

        while (to > from && IsEdge(single[to - 1]))
        {
            to--;
        }

        return single[from..to];
    }

    private static bool IsEdge(char c) => char.IsPunctuation(c) || char.IsWhiteSpace(c);

    private void Report(IReadOnlyList<Result> results)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"title {TitleAccuracy(results):0.000}, year {YearAccuracy(results):0.000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"invented years {InventedYears(results):0.000}, original titles {OriginalRecall(results):0.000}"));
        foreach (var kind in Kinds)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind}: precision {Precision(results, kind):0.000}, recall {Recall(results, kind):0.000}"));
        }

        foreach (var origin in results.Where(r => r.Row.Title.Length > 0).GroupBy(r => r.Row.Origin, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{origin.Key}: title {TitleAccuracy(origin):0.000} of {origin.Count()}"));
        }

        foreach (var miss in results.Where(r => r.Kind != r.Row.Kind
            || (r.Row.Title.Length > 0 && Fold(r.Read.Title ?? "") != Fold(r.Row.Title))))
        {
            output.WriteLine($"{miss.Row.Raw} -> {miss.Kind} [{miss.Read.Title}], labelled {miss.Row.Kind} [{miss.Row.Title}]");
        }
    }

    private sealed record Result(LabelledTitle Row, TitleExplanation Read)
    {
        public string Kind => Read.Kind.ToString();

        public bool IsKindRight => Kind == Row.Kind;
    }
}
