using Scraper.Collecting;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper scrape --dry-run: the run without journal, outbox and Metadata.</summary>
internal static class DryScrape
{
    public static async Task<int> RunAsync(
        IServiceProvider services, RunRequest request, ScrapeScreen screen, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var started = clock.GetTimestamp();
        var book = new DryRun();
        var meter = new FetchMeter();
        var end = await screen.WatchAsync(progress => services.GetRequiredService<Collector>()
            .RunAsync(request, book, meter, progress, cancellationToken));
        var report = Report(request.Name, book, end, meter, clock.GetElapsedTime(started));
        if (!screen.IsJson)
        {
            WriteVideos(screen.Terminal, book);
        }

        screen.Write(report, end.Message);
        return report.ExitCode;
    }

    private static ScrapeReport Report(string source, DryRun book, RunEnd end, FetchMeter meter, TimeSpan took)
    {
        var pages = book.Pages;
        var failures = pages.SelectMany(page => page.Failures).Concat(end.Failure is { } failure ? [failure] : []);
        return new ScrapeReport(
            CliJson.Schema, source, RunId: 0, end.Status,
            book.Seen, book.Films, Sum(VideoKind.Episode), Sum(VideoKind.Trailer), Sum(VideoKind.Other),
            pages.Sum(page => page.Review), Created: 0, Updated: 0, Unchanged: 0, Rejected: 0,
            [.. failures.Select(failed => new ScrapeFailure(failed.ExternalId, failed.Step, failed.Reason))],
            meter.Requests, meter.Retries, meter.Bytes, Math.Round(took.TotalSeconds, 1));

        int Sum(VideoKind kind) => pages.Sum(page => page.Sure(kind));
    }

    private static void WriteVideos(Terminal terminal, DryRun book)
    {
        var videos = book.Pages.SelectMany(page => page.Videos).ToList();
        if (videos.Count > 0)
        {
            terminal.WriteTable(VideoRow.Headings, videos.Select(VideoRow.Of));
        }
    }
}
