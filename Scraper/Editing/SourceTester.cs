using Scraper.Collecting;
using Scraper.Enriching;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper sources test: one page, read and judged, kept nowhere.</summary>
internal static class SourceTester
{
    public static async Task<int> RunAsync(
        Terminal terminal, IServiceProvider services, RunRequest request, FetchMeter meter, bool asJson,
        CancellationToken cancellationToken)
    {
        var known = services.GetRequiredService<KnownFilms>();
        await known.LoadAsync(cancellationToken);
        var judge = new PageJudge(known, services.GetRequiredService<TimeProvider>().GetUtcNow().Year);
        var target = request.Targets[0];
        var page = await FirstPageAsync(request.Source, target, meter, cancellationToken);
        var outcome = judge.Judge(request.Source.Name, target, page, isKnown: _ => false, room: int.MaxValue);
        var test = new SourceTest(
            CliJson.Schema, request.Source.Name, target.ToString(), page.Total, page.NextCursor is not null,
            [.. outcome.Videos.Select(TestedVideo.Of)],
            [.. outcome.Failures.Select(failed => new ScrapeFailure(failed.ExternalId, failed.Step, failed.Reason))],
            meter.Requests, meter.Bytes);
        if (asJson)
        {
            CliJson.Write(terminal.Out, test, CliJson.Readable.SourceTest);
            return ExitCode.Done;
        }

        Write(terminal, test, outcome);
        return ExitCode.Done;
    }

    private static async Task<SourcePage> FirstPageAsync(
        ISource source, SourceTarget target, FetchMeter meter, CancellationToken cancellationToken)
    {
        await foreach (var page in source.ReadAsync(target, cursor: null, meter, cancellationToken))
        {
            return page;
        }

        return new SourcePage([], [], NextCursor: null, Total: 0);
    }

    private static void Write(Terminal terminal, SourceTest test, PageOutcome outcome)
    {
        terminal.WriteTable(VideoRow.Headings, outcome.Videos.Select(VideoRow.Of));
        if (test.Failed.Count > 0)
        {
            terminal.WriteTable(
                ["Failed", "Step", "Reason"],
                test.Failed.Select(failure => new[] { failure.ExternalId ?? "", failure.Step, failure.Reason }));
        }

        terminal.Out.WriteLine(
            $"{test.Source} answers: {test.Videos.Count} videos on the first page of {test.Target}"
            + (test.Total is { } total ? $" of {total}" : "")
            + $", {outcome.Films} of them films, {test.Failed.Count} unreadable; {test.Requests} requests, {test.Bytes / 1024} KiB.");
    }
}

/// <summary>What "sources test --json" answers.</summary>
/// <param name="Total">How many items the source says there are; absent when it does not say.</param>
internal sealed record SourceTest(
    int Schema, string Source, string Target, int? Total, bool HasMore, IReadOnlyList<TestedVideo> Videos,
    IReadOnlyList<ScrapeFailure> Failed, long Requests, long Bytes);

internal sealed record TestedVideo(
    string Source, string ExternalId, string SourceUrl, string RawTitle, string? Title, int? Year, int? DurationSeconds,
    VideoKind Kind, double Confidence, bool Review, IReadOnlyList<string> Reasons, string? EmbedUrl, string? StreamUrl,
    string? Licence)
{
    public static TestedVideo Of(JudgedVideo video) => new(
        video.Draft.Raw.Source, video.Draft.Raw.ExternalId, video.Draft.Raw.SourceUrl, video.Draft.Raw.Title,
        video.Draft.Title.Length > 0 ? video.Draft.Title : null, video.Draft.Year, (int?)video.Draft.Raw.Duration?.TotalSeconds,
        video.Verdict.Kind, Math.Round(video.Verdict.Confidence, 3), video.Verdict.NeedsReview, video.Verdict.Reasons,
        video.Draft.Raw.EmbedUrl, video.Draft.Raw.StreamUrl, video.Draft.Raw.Licence);
}
