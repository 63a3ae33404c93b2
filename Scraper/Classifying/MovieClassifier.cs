using Scraper.Normalizing;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>Tells films from episodes, trailers and everything else by adding up evidence. Pure.</summary>
internal static class MovieClassifier
{
    /// <summary>From here on a verdict stands without an editor.</summary>
    public const double AcceptConfidence = 0.8;

    /// <summary>Unproved, an upload is something else: films are the smaller part of every host.</summary>
    private const double OtherPrior = 0.7;

    private const int MaxReasons = 6;

    private static readonly TimeSpan ShortestFeature = TimeSpan.FromMinutes(40);
    /// <summary>Episodes run up to here, and a title without a film's words may be one.</summary>
    private static readonly TimeSpan LongestEpisode = TimeSpan.FromMinutes(64);

    private static readonly TimeSpan ShortestShort = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestTrailer = TimeSpan.FromMinutes(15);

    /// <param name="siblings">The other uploads of the same page.</param>
    public static Verdict Classify(MovieDraft draft, Siblings siblings)
    {
        if (MarkReasons.Of(draft.Raw.Marks) is { Count: > 0 } marks)
        {
            return new Verdict(VideoKind.Other, 1, NeedsReview: false, marks);
        }

        IReadOnlyList<Evidence> evidence =
        [
            .. RuleEvidence.Of(draft),
            .. TopicEvidence.Of(draft),
            .. ShapeEvidence.Of(draft),
            .. HostEvidence.Of(draft),
            .. KnownWorks.Of(draft),
            .. siblings.EvidenceFor(draft),
        ];
        var scores = Enum.GetValues<VideoKind>().ToDictionary(kind => kind, kind => Score(kind, evidence));
        var best = scores.MaxBy(score => score.Value).Key;
        var confidence = Confidence(scores, best);
        var doubts = Doubts(draft, best, confidence, evidence).ToList();

        return new Verdict(best, confidence, doubts.Count > 0, [.. doubts, .. Reasons(evidence, best)]);
    }

    private static double Score(VideoKind kind, IReadOnlyList<Evidence> evidence) =>
        (kind == VideoKind.Other ? OtherPrior : 0) + evidence.Where(e => e.Kind == kind).Sum(e => e.Weight);

    private static double Confidence(Dictionary<VideoKind, double> scores, VideoKind best)
    {
        var total = scores.Values.Sum(score => Math.Exp(score - scores[best]));

        return 1 / total;
    }

    private static IEnumerable<string> Doubts(
        MovieDraft draft, VideoKind kind, double confidence, IReadOnlyList<Evidence> evidence)
    {
        var duration = draft.Raw.Duration;
        if (kind == VideoKind.Film && draft.Title.Length == 0)
        {
            yield return "no title is left";
        }

        if (confidence < AcceptConfidence && (kind == VideoKind.Film || MayBeFilm(draft, evidence)))
        {
            yield return "the evidence is thin";
        }

        var isShort = draft.HasRule("kind.short");
        if (kind == VideoKind.Film && duration is { } length && length < (isShort ? ShortestShort : ShortestFeature))
        {
            yield return "it is too short for a film";
        }

        if (kind == VideoKind.Film && duration >= ShortestFeature && duration < LongestEpisode && !IsCalledFilm(draft))
        {
            yield return "it is as long as an episode, and nothing calls it a film";
        }

        if (kind == VideoKind.Trailer && duration > LongestTrailer)
        {
            yield return "it is too long for a trailer";
        }

        if (kind == VideoKind.Other && duration > ShortestFeature && HasFilmWords(draft))
        {
            yield return "it is as long as a film and names one";
        }
    }

    /// <summary>Something speaks for a film, and its length does not speak against it.</summary>
    private static bool MayBeFilm(MovieDraft draft, IReadOnlyList<Evidence> evidence) =>
        Score(VideoKind.Film, evidence) > 0 && !(draft.Raw.Duration < ShortestFeature);

    private static bool IsCalledFilm(MovieDraft draft) =>
        draft.Raw.Stated.Kind == VideoKind.Film
        || draft.HasRuleOf("kind.");

    private static bool HasFilmWords(MovieDraft draft) =>
        draft.Year is not null || draft.HasRuleOf("kind.");

    private static IEnumerable<string> Reasons(IReadOnlyList<Evidence> evidence, VideoKind best) =>
        evidence.Where(e => e.Weight != 0)
            .OrderByDescending(e => e.Kind == best).ThenByDescending(e => Math.Abs(e.Weight))
            .Select(e => $"{HostEvidence.NameOf(e.Kind)} {e.Weight:+0.0;-0.0}: {e.Reason}")
            .Distinct(StringComparer.Ordinal)
            .Take(MaxReasons);
}
