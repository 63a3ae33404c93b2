using System.Globalization;
using Scraper.Normalizing;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>
/// Cards of series and bare titles of classics carry no mark at all: "Во все тяжкие 2008". The best known are listed.
/// </summary>
internal static class KnownWorks
{
    private const double SeriesWeight = 6.5;
    private const double SharedNameWeight = 5.5;
    private const double FilmWeight = 2.5;

    private static readonly Dictionary<string, (int From, int To, bool IsUnique)> Series =
        VocabularyFile.Rows("series.tsv").ToDictionary(
            row => row[0], row => (Year(row[1]), Year(row[2]), row[3] == "unique"), StringComparer.Ordinal);

    private static readonly HashSet<string> Films = VocabularyFile.Words("classics.tsv", "film");

    public static IEnumerable<Evidence> Of(MovieDraft draft)
    {
        if (draft.Rules.Any(rule => rule.Name is "kind.film" or "kind.short" or "trailer") || RuleEvidence.IsInstalment(draft))
        {
            yield break;
        }

        var key = string.Join(' ', PhraseBook.KeysOf(draft.Title));
        if (Series.TryGetValue(key, out var series) && IsOf(series, draft.Year))
        {
            yield return new Evidence(
                VideoKind.Episode, series.IsUnique ? SeriesWeight : SharedNameWeight, "it is the name of a well-known series");
        }

        if (Films.Contains(key))
        {
            yield return new Evidence(VideoKind.Film, FilmWeight, "it is the name of a well-known film");
        }
    }

    /// <summary>A name that films have too needs a year of the series.</summary>
    private static bool IsOf((int From, int To, bool IsUnique) series, int? year) =>
        year is { } stated ? stated >= series.From - 1 && stated <= series.To + 1 : series.IsUnique;

    private static int Year(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
