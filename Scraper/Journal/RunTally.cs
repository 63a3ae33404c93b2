using Microsoft.EntityFrameworkCore;
using Scraper.Collecting;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>Adds a run's counts up in its row, so that they stand beside the pages they come from.</summary>
internal sealed class RunTally(int runId, FetchMeter meter)
{
    private (int Requests, int Retries, long Bytes, int NotModified) _counted;

    /// <param name="page">Null to count only what the reading cost.</param>
    public async Task CountAsync(JournalDb db, PageOutcome? page, CancellationToken cancellationToken)
    {
        var (requests, retries, bytes, notModified) = (meter.Requests, meter.Retries, meter.Bytes, meter.NotModified);
        var (newRequests, newRetries, newBytes, newNotModified) = (
            requests - _counted.Requests, retries - _counted.Retries, bytes - _counted.Bytes,
            notModified - _counted.NotModified);
        var (seen, films, review) = (page?.Seen ?? 0, page?.Films ?? 0, page?.Review ?? 0);
        var (episodes, trailers, other) = (
            page?.Sure(VideoKind.Episode) ?? 0, page?.Sure(VideoKind.Trailer) ?? 0, page?.Sure(VideoKind.Other) ?? 0);
        await db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Requests, run => run.Requests + newRequests)
                .SetProperty(run => run.Retries, run => run.Retries + newRetries)
                .SetProperty(run => run.Bytes, run => run.Bytes + newBytes)
                .SetProperty(run => run.NotModified, run => run.NotModified + newNotModified)
                .SetProperty(run => run.Seen, run => run.Seen + seen)
                .SetProperty(run => run.Films, run => run.Films + films)
                .SetProperty(run => run.Review, run => run.Review + review)
                .SetProperty(run => run.Episodes, run => run.Episodes + episodes)
                .SetProperty(run => run.Trailers, run => run.Trailers + trailers)
                .SetProperty(run => run.Other, run => run.Other + other),
            cancellationToken);
        _counted = (requests, retries, bytes, notModified);
    }
}
