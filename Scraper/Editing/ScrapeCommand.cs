using System.CommandLine;
using Scraper.Collecting;
using Scraper.Editing.Planning;
using Scraper.Editing.Retrying;
using Scraper.Journal;
using Scraper.Publishing;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper scrape: one run of one source, now.</summary>
internal sealed class ScrapeCommand(CommandContext context)
{
    private readonly Option<string[]> _targets = new("--target", "-t")
    {
        Description = "What to read there instead of the configured targets; may be repeated.",
        HelpName = "TARGET",
    };

    private readonly Option<int?> _limit = new("--limit", "-n")
    {
        Description = "Stop after this many videos.",
        HelpName = "N",
    };

    private readonly Option<DateTimeOffset?> _since = EditorOptions.Moment(
        "--since", "Only what was published from then on; uploads without a date too.");

    private readonly Option<bool> _retry = new("--retry-failed")
    {
        Description = "Read again only what failed in the source's last run: items, pages, targets, and films that Metadata refused.",
    };

    private readonly Option<bool> _dry = new("--dry-run")
    {
        Description = "Show what would change in the catalogue, field by field; write nothing.",
    };

    private readonly Option<string?> _plan = new("--plan")
    {
        Description = "A dry run that also writes what would change to this new file, for \"scraper apply\". "
            + "Films may be taken out of it before.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    private readonly Argument<string> _source = new("SOURCE") { Description = "Name of the source; see \"scraper sources list\"." };

    public Command Create()
    {
        var command = new EditorCommand(
                "scrape", "Collects films from a source now and sends them to Metadata.",
                "scraper scrape rutube --limit 50",
                "scraper scrape rutube --target \"search:советские фильмы\" --dry-run",
                "scraper scrape rutube --target \"search:советские фильмы\" --plan plan.json",
                "scraper scrape rutube --since 2026-05-01",
                "scraper scrape rutube --retry-failed",
                "scraper scrape file --target films.csv --json")
        {
            _source, _targets, _since, _limit, _dry, _plan, _retry, _json,
        };
        _limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--limit must be 1 or more.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(_retry)
                && (result.GetResult(_targets) ?? result.GetResult(_limit) ?? (object?)result.GetResult(_since)) is not null)
            {
                result.AddError("--retry-failed reads what the last run did not: leave out --target, --limit and --since.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
            context.WithServicesAsync(services => RunAsync(services, parsed, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(
        IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (name, plan) = (parsed.GetValue(_source)!, parsed.GetValue(_plan));
        var isDry = parsed.GetValue(_dry) || plan is not null;
        var screen = new ScrapeScreen(context.Terminal, parsed.GetValue(_json));
        try
        {
            return parsed.GetValue(_retry)
                ? await new RetryScrape(services, screen).RunAsync(name, isDry, ReadAsync, cancellationToken)
                : await ReadAsync(new ScrapeOrder(
                    services.GetRequiredService<SourceCatalog>(), name, parsed.GetValue(_targets) ?? [])
                    .Request(parsed.GetValue(_limit), parsed.GetValue(_since)));
        }
        catch (Exception failure) when (parsed.GetValue(_json) && failure is not UsageException)
        {
            // Whoever reads the answer gets one in every case; the message itself is told by EditorCli.
            screen.Write(ScrapeReport.NotRun(name, failure.Message), message: null);
            throw;
        }

        Task<int> ReadAsync(RunRequest request) => isDry
            ? new DryScrape(services, request, screen, plan).RunAsync(cancellationToken)
            : CollectAsync(services, request, screen, cancellationToken);
    }

    private static async Task<int> CollectAsync(
        IServiceProvider services, RunRequest request, ScrapeScreen screen, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var started = clock.GetTimestamp();
        await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);

        var sender = services.GetRequiredService<OutboxSender>();
        using var stopSending = new CancellationTokenSource();
        var sending = sender.RunAsync(stopSending.Token);
        try
        {
            var keeper = services.GetRequiredService<SourceKeeper>();
            await screen.TellStandingAsync(services.GetRequiredService<SourceStandings>(), request.Name, cancellationToken);
            var outcome = await screen.WatchAsync(progress => keeper.RunAsync(request, progress, cancellationToken));
            if (outcome.Run is not { } run)
            {
                return screen.Refuse(request.Name, outcome.Holder!);
            }

            var waiting = await services.GetRequiredService<OutboxDrain>().WaitAsync(cancellationToken);
            return await ReportAsync(services, run, waiting, clock.GetElapsedTime(started), screen);
        }
        finally
        {
            await stopSending.CancelAsync();
            await sending;
        }
    }

    private static async Task<int> ReportAsync(
        IServiceProvider services, Run run, int waiting, TimeSpan took, ScrapeScreen screen)
    {
        var history = services.GetRequiredService<RunHistory>();
        var ended = (await history.FindAsync(run.Id, CancellationToken.None))!;
        var rejects = await history.ListRejectsAsync(run.Id, CancellationToken.None);
        var problem = services.GetRequiredService<OutboxSender>().Problem;
        var report = ScrapeReport.Of(ended, rejects, waiting, took);
        screen.Write(report, ended.Message);
        if (ended.Status == RunStatus.Stopped)
        {
            screen.TellKept(report);
        }

        if (waiting > 0)
        {
            screen.TellWaiting(waiting, problem);
        }

        return report.ExitCode;
    }
}
