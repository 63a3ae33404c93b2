using System.Text.Json;
using Scraper.Collecting;

namespace Scraper.Journal;

/// <summary>A page's outcome as rows of the journal.</summary>
internal sealed class PageRows(int runId, DateTimeOffset now)
{
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

    public static OutboxEntry Entry(int runId, JudgedVideo film) => new()
    {
        RunId = runId,
        Source = film.Upsert!.Source,
        ExternalId = film.Upsert.ExternalId,
        Payload = film.Payload!, // as the upsert beside it
    };

    public Reject Reject(FailedItem failure) => new()
    {
        RunId = runId,
        ExternalId = failure.ExternalId is { } id ? StorableText.Of(id) : null,
        Step = failure.Step,
        Reason = StorableText.Of(failure.Reason),
        Payload = StorableText.Of(failure.Payload),
    };

    public ReviewItem ReviewItem(JudgedVideo video)
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
