using System.Globalization;
using Scraper.Normalizing;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>What the rules that fired while the title was read say about the kind.</summary>
internal static class RuleEvidence
{
    private static readonly (string Rule, Evidence Evidence)[] Table =
    [
        .. VocabularyFile.Rows("evidence.tsv").Select(row => (
            row[0],
            new Evidence(
                Enum.Parse<VideoKind>(row[1], ignoreCase: true),
                double.Parse(row[2], CultureInfo.InvariantCulture),
                row[3]))),
    ];

    /// <summary>Each row of the table counts once, however often its rule fired.</summary>
    public static IEnumerable<Evidence> Of(MovieDraft draft) =>
        from row in Table
        where draft.Rules.Any(rule => rule.Name == row.Rule)
        select row.Evidence;
}
