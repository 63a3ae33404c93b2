using Scraper.Enriching;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>The story of one run: a source's targets, read page by page until nothing is left.</summary>
/// <remarks>
/// <code>
/// 1 fetch      the source brings the next page, politely             its failure ends the run, or just the target
/// 2 parse      items come as RawVideo, unreadable ones as rejects    a reject is kept with its reason
/// 3 normalize  raw title to film title, year, kind of release        (3 to 5: PageJudge)
/// 4 classify   film, episode, trailer, other, or in doubt            doubt goes to the review list
/// 5 enrich     known films take their registry's facts
/// 6 outbox     the page, its films and its rejects are kept at once  from here nothing can be lost
/// 7 compare    with the source's earlier runs                        (RunWatch) drift holds the films back
/// 8 publish    the outbox is sent to Metadata                        (OutboxSender, in its own time)
/// </code>
/// 1 to 6 run at the same time, each on another page (PagePipeline).
/// </remarks>
internal sealed class Collector(KnownFilms known, TimeProvider clock)
{
    public async Task<RunEnd> RunAsync(
        RunRequest request, IRunBook book, FetchMeter meter, IProgress<RunProgress> progress,
        CancellationToken cancellationToken)
    {
        try
        {
            await known.LoadAsync(cancellationToken);
            using var pipeline = new PagePipeline(
                request, book, new PageJudge(known, clock.GetUtcNow().Year), meter, progress);
            await pipeline.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return RunEnd.Stopped;
        }
        catch (SourceException failure)
        {
            return RunEnd.Of(failure, book.PagesKept > 0);
        }

        return RunEnd.Of(request.Targets.Select(book.ProgressOf));
    }
}
