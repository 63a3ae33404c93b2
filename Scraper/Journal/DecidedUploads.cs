using Microsoft.EntityFrameworkCore;
using Scraper.Classifying;
using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>Puts what editors have decided in the place of what the classifier thinks.</summary>
internal static class DecidedUploads
{
    public static async Task<PageOutcome> ApplyAsync(JournalDb db, PageOutcome page, CancellationToken cancellationToken)
    {
        var decisions = new Dictionary<(string Source, string ExternalId), ReviewDecision>();
        foreach (var ofSource in page.Videos.GroupBy(video => video.Draft.Raw.Source, StringComparer.Ordinal))
        {
            var ids = ofSource.Select(video => video.Draft.Raw.ExternalId).ToList();
            var decided = db.Review.AsNoTracking()
                .Where(item => item.Source == ofSource.Key && ids.Contains(item.ExternalId) && item.Decision != null);
            await foreach (var item in decided.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                decisions[(item.Source, item.ExternalId)] = item.Decision!.Value;
            }
        }

        return decisions.Count == 0 ? page : page with { Videos = [.. page.Videos.Select(Judge)] };

        JudgedVideo Judge(JudgedVideo video) =>
            decisions.TryGetValue((video.Draft.Raw.Source, video.Draft.Raw.ExternalId), out var decision)
                ? video with { Verdict = VerdictOf(decision, video.Verdict) }
                : video;
    }

    private static Verdict VerdictOf(ReviewDecision decision, Verdict machine) => decision == ReviewDecision.Accepted
        ? new Verdict(VideoKind.Film, Confidence: 1, NeedsReview: false, ["accepted by an editor", .. machine.Reasons])
        : new Verdict(VideoKind.Other, Confidence: 1, NeedsReview: false, ["rejected by an editor", .. machine.Reasons]);
}
