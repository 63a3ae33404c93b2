using Metadata.Client;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Links;

/// <summary>Asks one source about its videos, one after the other, at the source's own pace.</summary>
internal sealed class LinkChecker(ILinkedSource source, TimeProvider clock)
{
    // A host that fails so often in a row is away; to go on asking would only burden it.
    private const int MaxErrorsInRow = 10;

    /// <summary>Checks until all are done, or until the host turns out to be away.</summary>
    /// <param name="keep">Given each result before the next question.</param>
    public async Task CheckAsync(
        IEnumerable<WaitingLink> links, Func<CheckedLink, Task> keep, CancellationToken cancellationToken)
    {
        var errors = 0;
        var meter = new FetchMeter();
        foreach (var link in links)
        {
            var (result, detail) = await AskAsync(link, meter, cancellationToken);
            await keep(new CheckedLink(
                link, new AvailabilityCheck(link.Video.Source, link.Video.ExternalId, result, clock.GetUtcNow()), detail));
            errors = result == CheckResult.Error ? errors + 1 : 0;
            if (errors == MaxErrorsInRow)
            {
                break;
            }
        }
    }

    private async Task<(CheckResult Result, string? Detail)> AskAsync(
        WaitingLink link, FetchMeter meter, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in source.ReadAsync(link.Link.Target, cursor: null, meter, cancellationToken))
            {
                return page.Videos is [var video, ..]
                    ? StateOf(video)
                    : (CheckResult.Error, page.Rejects is [var reject, ..] ? reject.Reason : "no video came");
            }

            return (CheckResult.Error, "the source gave no answer");
        }
        catch (SourceException withheld)
        {
            // Only what the host says of the video itself counts; all else may be our own trouble.
            var result = withheld.Failure switch
            {
                SourceFailure.Gone => CheckResult.NotFound,
                SourceFailure.Hidden => CheckResult.Private,
                SourceFailure.Geo => CheckResult.Geo,
                _ => CheckResult.Error,
            };
            return (result, withheld.Message);
        }
    }

    private static (CheckResult Result, string? Detail) StateOf(RawVideo video) =>
        video.Marks.HasFlag(VideoMarks.Deleted) ? (CheckResult.NotFound, "marked as deleted")
        : video.Marks.HasFlag(VideoMarks.Hidden) ? (CheckResult.Private, "marked as hidden")
        : (CheckResult.Ok, null);
}

/// <param name="Detail">What was found instead of a video that plays.</param>
internal sealed record CheckedLink(WaitingLink Link, AvailabilityCheck Check, string? Detail);
