using System.Globalization;
using Scraper.Normalizing;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>What the rules that fired while the title was read say about the kind.</summary>
internal static class RuleEvidence
{
    /// <summary>
    /// Years and second titles stand at every named work: they count for what the other rules make of it.
    /// </summary>
    private const string AnyWork = "work";

    private static readonly (string Rule, VideoKind? Kind, double Weight, string Reason)[] Table =
    [
        .. VocabularyFile.Rows("evidence.tsv").Select(row => (
            row[0],
            row[1] == AnyWork ? (VideoKind?)null : Enum.Parse<VideoKind>(row[1], ignoreCase: true),
            double.Parse(row[2], CultureInfo.InvariantCulture),
            row[3])),
    ];

    private static readonly HashSet<string> WorkRules =
        [.. Table.Where(row => row.Kind is null && row.Rule != "title.second").Select(row => row.Rule), "kind.film"];

    /// <summary>Each row of the table counts once, however often its rule fired.</summary>
    public static IEnumerable<Evidence> Of(MovieDraft draft)
    {
        // A trailer names the film's year and title too: there they say nothing more.
        var isTrailer = draft.HasRule("trailer");
        var work = IsInstalment(draft) ? VideoKind.Episode : VideoKind.Film;
        foreach (var row in Table)
        {
            if ((row.Kind is not null || !isTrailer) && draft.HasRule(row.Rule))
            {
                yield return new Evidence(row.Kind ?? work, row.Weight, row.Reason);
            }
        }
    }

    /// <summary>The title has a year, a genre or another mark of a named work.</summary>
    public static bool HasWorkMarks(MovieDraft draft) => draft.Rules.Any(rule => WorkRules.Contains(rule.Name));

    /// <summary>The title has marks of a series.</summary>
    public static bool IsInstalment(MovieDraft draft) =>
        draft.HasRule("kind.series") || draft.HasRuleOf("episode.");
}
