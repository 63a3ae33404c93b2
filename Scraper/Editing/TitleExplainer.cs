using Scraper.Classifying;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>Reads one title the way a scrape would and says which rules decided.</summary>
internal static class TitleExplainer
{
    private const int Schema = 1;

    public static TitleExplanation Explain(string raw, TimeSpan? duration, int currentYear)
    {
        var video = new RawVideo
        {
            Source = "title",
            ExternalId = "title",
            SourceUrl = "about:blank",
            Title = raw,
            Duration = duration,
        };
        var draft = MovieNormalizer.Normalize(ScannedVideo.Of(video), currentYear);
        var verdict = MovieClassifier.Classify(draft, Siblings.None);

        return new TitleExplanation(
            Schema,
            raw,
            verdict.Kind,
            draft.Title.Length == 0 ? null : draft.Title,
            draft.OriginalTitle,
            draft.Year,
            draft.Season,
            draft.Episode,
            Math.Round(verdict.Confidence, 3),
            [
                .. draft.Rules.Select(rule => $"{rule.Name}: {rule.Found}"),
                .. verdict.Reasons.Select(reason => $"verdict: {reason}"),
            ]);
    }
}
