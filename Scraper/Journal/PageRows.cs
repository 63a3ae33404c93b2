using System.Text.Json;
using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;

namespace Scraper.Journal;

/// <summary>A page's outcome as rows of the journal.</summary>
internal sealed class PageRows(int runId, DateTimeOffset now)
{
    private static readonly RowInsert OutboxInsert = new("Outbox", ["RunId", "Source", "ExternalId", "Payload", "IsHeld"]);

    public RunPage Page(PageOutcome page, int number) => new()
    {
        RunId = runId,
        Number = number,
        Target = page.Target.ToString(),
        NextCursor = page.NextCursor,
        Profile = page.Profile?.ToJson(),
        NewestPublishedAt = page.NewestPublishedAt?.ToUniversalTime(),
        Failure = page.TargetFailure,
        KeptAt = now,
    };

    /// <summary>Puts films into the outbox.</summary>
    /// <param name="areHeld">They wait for their run to be judged.</param>
    public static Task SendAsync(
        JournalDb db, int runId, IEnumerable<JudgedVideo> films, bool areHeld, CancellationToken cancellationToken) =>
        OutboxInsert.WriteAsync(
            db, films.Select(film => new object?[]
            {
                runId, film.Upsert!.Source, film.Upsert.ExternalId,
                JsonSerializer.Serialize(film.Upsert, CatalogueJson.Readable.MovieUpsert), areHeld,
            }),
            cancellationToken);

    public Reject Reject(FailedItem failure) => new()
    {
        RunId = runId,
        ExternalId = failure.ExternalId is { } id ? StorableText.Of(id) : null,
        Step = failure.Step,
        Reason = StorableText.Of(failure.Reason),
        Payload = StorableText.Of(failure.Payload),
    };

    /// <summary>The judgement of today replaces an earlier one, also when there is no doubt any more; what an editor has
    /// decided stays.</summary>
    public async Task ReplaceReviewAsync(JournalDb db, PageOutcome page, CancellationToken cancellationToken)
    {
        foreach (var ofSource in page.Videos.GroupBy(video => video.Draft.Raw.Source, StringComparer.Ordinal))
        {
            var ids = ofSource.Select(video => video.Draft.Raw.ExternalId).ToList();
            await db.Review
                .Where(item => item.Source == ofSource.Key && ids.Contains(item.ExternalId) && item.Decision == null)
                .ExecuteDeleteAsync(cancellationToken);
        }

        db.Review.AddRange(page.Videos.Where(video => video.Verdict.NeedsReview).Select(ReviewItem));
    }

    private ReviewItem ReviewItem(JudgedVideo video)
    {
        var draft = video.Draft;
        return new ReviewItem
        {
            RunId = runId,
            Source = draft.Raw.Source,
            ExternalId = draft.Raw.ExternalId,
            RawTitle = StorableText.Of(draft.Raw.Title),
            Kind = JsonNamingPolicy.CamelCase.ConvertName(video.Verdict.Kind.ToString()),
            Confidence = video.Verdict.Confidence,
            Reasons = [.. video.Verdict.Reasons.Select(StorableText.Of)],
            Payload = JsonSerializer.Serialize(draft.Raw, JournalJson.Default.RawVideo),
            FoundAt = now,
        };
    }
}
