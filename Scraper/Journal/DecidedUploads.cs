using Microsoft.EntityFrameworkCore;
using Scraper.Classifying;
using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>What the review list already has of a page's uploads: what editors have decided takes the place of what the
/// classifier thinks; what nobody has decided makes way for the judgement of today.</summary>
internal sealed class DecidedUploads
{
    private readonly Dictionary<(string Source, string ExternalId), ReviewDecision> _decisions = [];
    private readonly List<int> _open = [];

    public static async Task<DecidedUploads> LoadAsync(JournalDb db, PageOutcome page, CancellationToken cancellationToken)
    {
        var uploads = new DecidedUploads();
        foreach (var ofSource in page.Videos.GroupBy(video => video.Draft.Raw.Source, StringComparer.Ordinal))
        {
            // As one parameter, or every page would be a statement of its own to compile.
            var ids = ofSource.Select(video => video.Draft.Raw.ExternalId).ToArray();
            var known = await db.Review.AsNoTracking()
                .Where(item => item.Source == ofSource.Key && EF.Parameter(ids).Contains(item.ExternalId))
                .Select(item => new { item.Id, item.Source, item.ExternalId, item.Decision })
                .ToListAsync(cancellationToken);
            uploads._open.AddRange(known.Where(item => item.Decision is null).Select(item => item.Id));
            foreach (var item in known.Where(item => item.Decision is not null))
            {
                uploads._decisions[(item.Source, item.ExternalId)] = item.Decision!.Value;
            }
        }

        return uploads;
    }

    public PageOutcome Apply(PageOutcome page)
    {
        return _decisions.Count == 0 ? page : page with { Videos = [.. page.Videos.Select(Judge)] };

        JudgedVideo Judge(JudgedVideo video) =>
            _decisions.TryGetValue((video.Draft.Raw.Source, video.Draft.Raw.ExternalId), out var decision)
                ? video with { Verdict = VerdictOf(decision, video.Verdict) }
                : video;
    }

    /// <summary>Deletes what nobody has decided, also where there is no doubt any more. An editor's word that came in
    /// between stands.</summary>
    public async Task ClearOpenAsync(JournalDb db, CancellationToken cancellationToken)
    {
        if (_open.Count > 0)
        {
            await db.Review.Where(item => _open.Contains(item.Id) && item.Decision == null).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static Verdict VerdictOf(ReviewDecision decision, Verdict machine) => decision == ReviewDecision.Accepted
        ? new Verdict(VideoKind.Film, Confidence: 1, NeedsReview: false, ["accepted by an editor", .. machine.Reasons])
        : new Verdict(VideoKind.Other, Confidence: 1, NeedsReview: false, ["rejected by an editor", .. machine.Reasons]);
}
