using Scraper.Normalizing;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>Tells films from episodes, trailers and everything else by adding up evidence. Pure.</summary>
internal static class MovieClassifier
{
    public static Verdict Classify(MovieDraft draft) => draft.Raw.Stated.Kind is { } kind
        ? new(kind, 1, NeedsReview: false, ["stated by the source"])
        : new(VideoKind.Film, 0.5, NeedsReview: true, []);
}
