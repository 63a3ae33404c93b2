using Scraper.Normalizing;
using Scraper.Normalizing.Reading;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>
/// The uploads of one page. A title that says nothing of itself is known by its neighbours: cards of series stand among
/// their issues, and issues differ by a number alone.
/// </summary>
internal sealed class Siblings
{
    private const int FewestIssues = 2;
    private const int FewestNumbered = 3;
    private const double IssuesWeight = 5;
    private const double NumberedWeight = 4;
    private const double NumberedOfUnknownLength = 1.5;

    /// <summary>Films of a line are numbered too, and run longer.</summary>
    private static readonly TimeSpan LongestIssue = TimeSpan.FromMinutes(64);

    private readonly IReadOnlyList<Sibling> _all;
    private readonly ILookup<string, Sibling> _bySkeleton;

    private Siblings(IReadOnlyList<Sibling> all)
    {
        _all = all;
        _bySkeleton = all.ToLookup(sibling => sibling.Skeleton, StringComparer.Ordinal);
    }

    /// <summary>For an upload that is looked at alone.</summary>
    public static Siblings None { get; } = new([]);

    public static Siblings Of(IEnumerable<ScannedVideo> page) => new([.. page.Select(Read)]);

    public IEnumerable<Evidence> EvidenceFor(MovieDraft draft)
    {
        if (_all.Count < FewestIssues || draft.Title.Length == 0 || RuleEvidence.IsInstalment(draft))
        {
            yield break;
        }

        var title = PhraseBook.KeysOf(draft.Title);
        var issues = _all.Count(other => other.Id != draft.Raw.ExternalId && other.IsIssue
            && other.Keys.Count > title.Length && other.Keys.Take(title.Length).SequenceEqual(title, StringComparer.Ordinal));
        if (issues >= FewestIssues)
        {
            yield return new Evidence(VideoKind.Episode, IssuesWeight, "other uploads of the page are its issues");
        }

        if (NumberedWeightOf(draft) is { } weight)
        {
            yield return new Evidence(VideoKind.Episode, weight, "uploads of the page differ from it by a number alone");
        }
    }

    private double? NumberedWeightOf(MovieDraft draft)
    {
        var own = _all.FirstOrDefault(sibling => sibling.Id == draft.Raw.ExternalId);
        if (own is not { Number.Length: > 0 })
        {
            return null;
        }

        var line = _bySkeleton[own.Skeleton].ToList();
        if (line.DistinctBy(sibling => sibling.Number, StringComparer.Ordinal).Count() < FewestNumbered)
        {
            return null;
        }

        var lengths = line.Select(sibling => sibling.Length).OfType<TimeSpan>().Order().ToList();

        return lengths.Count == 0 ? NumberedOfUnknownLength
            : lengths[lengths.Count / 2] < LongestIssue ? NumberedWeight : null;
    }

    private static Sibling Read(ScannedVideo video)
    {
        var scan = video.Scan;
        var keys = scan.Tokens.Where(token => token.IsText).Select(token => token.Key).ToList();
        var number = string.Join(' ', scan.Tokens.Where(IsCount).Select(token => token.Key));

        return new Sibling(
            video.Raw.ExternalId,
            keys,
            string.Join(' ', scan.Tokens.Select(token => IsCount(token) ? "#" : token.Key)),
            number,
            Enumerable.Range(0, scan.Tokens.Count).Any(i => MarkerGrammar.At(scan, i) is not null),
            video.Raw.Duration);
    }

    /// <summary>A number that counts; four digits are a year.</summary>
    private static bool IsCount(Token token) => token.Kind == TokenKind.Number && token.Key.Length < 4;

    /// <param name="Skeleton">The title with its numbers taken out.</param>
    /// <param name="Number">Those numbers.</param>
    /// <param name="IsIssue">Its own words number it.</param>
    private sealed record Sibling(
        string Id, IReadOnlyList<string> Keys, string Skeleton, string Number, bool IsIssue, TimeSpan? Length);
}
