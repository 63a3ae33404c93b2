using Metadata.Client;
using Scraper.Collecting;
using Scraper.Fetching;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing.Planning;

/// <summary>scraper scrape --dry-run and --plan: the run without a journal, and what Metadata would make of it.</summary>
/// <param name="planPath">Where a plan is to be written; null for a dry run without one.</param>
internal sealed class DryScrape(IServiceProvider services, RunRequest request, ScrapeScreen screen, string? planPath)
{
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // A name that cannot be written to is told before the source is asked, not afterwards.
        var file = planPath is null ? null : NewFile.CreateBeside(planPath);
        await using (file)
        {
            var started = _clock.GetTimestamp();
            var book = new DryRun();
            var meter = new FetchMeter();
            var end = await screen.WatchAsync(progress => services.GetRequiredService<Collector>()
                .RunAsync(request, book, meter, progress, cancellationToken));
            var pages = await DecideAsync(book.Pages, CancellationToken.None);
            var (findings, problem) = await FindAsync(pages, cancellationToken);
            var report = Report(pages, end, meter, _clock.GetElapsedTime(started), findings);
            screen.Write(report, end.Message);
            if (!screen.IsJson)
            {
                PlanScreen.Write(screen.Terminal, findings);
            }

            screen.Terminal.TellDryRun();
            if (problem is not null)
            {
                await screen.Terminal.Error.WriteLineAsync(problem);
            }

            return file is null ? CodeOf(report, problem) : await KeepAsync(file, findings.Plan, end, CodeOf(report, problem), cancellationToken);
        }
    }

    /// <summary>What editors have decided of uploads counts as in a real run, where there is a journal.</summary>
    private async Task<IReadOnlyList<PageOutcome>> DecideAsync(IReadOnlyList<PageOutcome> pages, CancellationToken cancellationToken)
    {
        if (!await services.GetRequiredService<JournalMigrator>().IsCurrentAsync(cancellationToken))
        {
            return pages;
        }

        var db = services.GetRequiredService<JournalStore>().Open();
        await using (db)
        {
            var decided = new List<PageOutcome>();
            foreach (var page in pages)
            {
                decided.Add((await DecidedUploads.LoadAsync(db, page, cancellationToken)).Apply(page));
            }

            return decided;
        }
    }

    /// <summary>Asks Metadata what it would make of the films.</summary>
    /// <returns>The answer, and why it is not all of it.</returns>
    private async Task<(DryFindings Findings, string? Problem)> FindAsync(
        IReadOnlyList<PageOutcome> pages, CancellationToken cancellationToken)
    {
        var upserts = pages.SelectMany(page => page.ToPublish).Select(video => video.Upsert!).ToList();
        var leftOut = pages.SelectMany(page => page.Videos.Except(page.ToPublish)).Select(LeftOutVideo.Of).ToList();
        if (upserts.Count == 0 || cancellationToken.IsCancellationRequested)
        {
            return (new DryFindings(new MoviePlan(0, 0, 0, 0, 0, [], []), leftOut), null);
        }

        try
        {
            var plan = await services.GetRequiredService<EditingClient>().PlanAsync(
                [.. upserts.Take(MoviePlan.MaxUploads)], EditorOptions.Note(reason: null), cancellationToken);
            return (new DryFindings(plan, leftOut), upserts.Count <= MoviePlan.MaxUploads ? null
                : $"Only the first {MoviePlan.MaxUploads} of {upserts.Count} films were compared with the catalogue. "
                    + "Give fewer targets, or --limit, to see the others.");
        }
        catch (MetadataException unknown)
        {
            // The source has been asked, which may have taken hours: what it has is shown all the same.
            return (
                new DryFindings(Plan: null, leftOut) { WouldSend = [.. upserts.Select(WouldSendVideo.Of)] },
                $"What would change in the catalogue is not known, only what would be sent. {unknown.Message}");
        }
    }

    private async Task<int> KeepAsync(NewFile file, MoviePlan? plan, RunEnd end, int code, CancellationToken cancellationToken)
    {
        var error = screen.Terminal.Error;
        if (plan is null || end.Status is not (RunStatus.Done or RunStatus.Partly))
        {
            await error.WriteLineAsync("No plan was written.");
            return code == ExitCode.Partly ? ExitCode.Failed : code;
        }

        await PlanFile.WriteAsync(
            file.Stream,
            new PlanFile
            {
                Source = request.Name,
                Targets = [.. request.Targets.Select(target => target.ToString())],
                MadeAt = _clock.GetUtcNow(),
                Films = plan.Movies,
            },
            cancellationToken);
        await file.KeepAsync(cancellationToken);
        await error.WriteLineAsync($"The plan is in {planPath}: \"scraper apply {planPath}\" writes its {plan.Movies.Count} films to the catalogue.");
        return code;
    }

    private ScrapeReport Report(
        IReadOnlyList<PageOutcome> pages, RunEnd end, FetchMeter meter, TimeSpan took, DryFindings findings)
    {
        var plan = findings.Plan;
        var failures = pages.SelectMany(page => page.Failures).Concat(end.Failure is { } failure ? [failure] : []);
        return new ScrapeReport(
            CliJson.Schema, request.Name, RunId: 0, end.Status,
            pages.Sum(page => page.Seen), pages.Sum(page => page.Films), Sum(VideoKind.Episode), Sum(VideoKind.Trailer), Sum(VideoKind.Other),
            pages.Sum(page => page.Review), plan?.Created ?? 0, plan?.Updated ?? 0, plan?.Unchanged ?? 0, plan?.Rejected ?? 0,
            [.. failures.Select(failed => new ScrapeFailure(failed.ExternalId, failed.Step, failed.Reason))],
            meter.Requests, meter.Retries, meter.Bytes, Math.Round(took.TotalSeconds, 1))
        {
            DryRun = findings,
        };

        int Sum(VideoKind kind) => pages.Sum(page => page.Sure(kind));
    }

    private static int CodeOf(ScrapeReport report, string? problem) =>
        problem is not null && report.ExitCode == ExitCode.Done ? ExitCode.Partly : report.ExitCode;
}
