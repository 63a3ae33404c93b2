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
/// 7 publish    the outbox is sent to Metadata                        (OutboxSender, in its own time)
/// </code>
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
            for (var number = 1; number <= request.Targets.Count && !IsFull(request, book); number++)
            {
                await ReadTargetAsync(request, number, book, meter, progress, cancellationToken);
            }
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

    private async Task ReadTargetAsync(
        RunRequest request, int number, IRunBook book, FetchMeter meter, IProgress<RunProgress> progress,
        CancellationToken cancellationToken)
    {
        var target = request.Targets[number - 1];
        var soFar = book.ProgressOf(target);
        if (soFar.IsFinished)
        {
            return;
        }

        try
        {
            // 1 fetch, 2 parse
            var pages = request.Source.ReadAsync(target, soFar.Cursor, meter, cancellationToken);
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                // 3 normalize, 4 classify, 5 enrich
                var judge = new PageJudge(known, clock.GetUtcNow().Year);
                var room = request.Limit is { } limit ? limit - book.Seen : int.MaxValue;
                var outcome = judge.Judge(request.Source.Name, target, page, book.Knows, room);

                // 6 outbox: a page in hand is kept even while the run is being stopped
                await book.KeepAsync(outcome, CancellationToken.None);
                progress.Report(new RunProgress(target, number, request.Targets.Count, book.Seen, book.Films, page.Total));
                if (IsFull(request, book))
                {
                    return;
                }
            }
        }
        catch (SourceException dead) when (dead.Failure is SourceFailure.Gone or SourceFailure.Hidden or SourceFailure.Geo
            or SourceFailure.Disallowed)
        {
            // One channel that is no more says nothing of the next one.
            await book.KeepAsync(FailedTarget(target, dead), CancellationToken.None);
        }
    }

    private static bool IsFull(RunRequest request, IRunBook book) => request.Limit is { } limit && book.Seen >= limit;

    private static PageOutcome FailedTarget(SourceTarget target, SourceException failure) => new()
    {
        Target = target,
        TargetFailure = failure.Message,
        Failures = [new FailedItem(ExternalId: null, CollectStep.Fetch, $"{target}: {failure.Message}", Payload: "")],
    };
}
