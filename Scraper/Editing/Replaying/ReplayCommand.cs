using System.CommandLine;
using Scraper.Journal;
using Scraper.Publishing;
using Scraper.Recording;
using Scraper.Sources;

namespace Scraper.Editing.Replaying;

/// <summary>scraper replay: recorded answers, read with today's rules.</summary>
internal sealed class ReplayCommand(CommandContext context)
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "Name of the source; see \"scraper sources list\"." };

    private readonly Option<int?> _run = new("--run")
    {
        Description = "Only this run; see \"scraper runs list\".",
        HelpName = "RUN",
    };

    private readonly Option<DateTimeOffset?> _since =
        EditorOptions.Moment("--since", "Every run begun from then on, instead of the newest alone.");

    private readonly Option<bool> _push = new("--push") { Description = "Send what is different to Metadata." };

    private readonly Option<bool> _dry = new("--dry-run") { Description = "Show what is different, write nothing; so it is without --push." };

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "replay", "Reads recorded answers again with today's rules, asking no host, and tells what is different.",
                "scraper replay rutube",
                "scraper replay rutube --run 42 --json",
                "scraper replay rutube --since 2026-05-01 --push")
        {
            _source, _run, _since, _push, _dry, _json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_push) && result.GetValue(_dry))
            {
                result.AddError("--push sends and --dry-run does not: give one of them.");
            }

            if (result.GetValue(_run) is not null && result.GetValue(_since) is not null)
            {
                result.AddError("--run names one run and --since several: give one of them.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
            context.WithServicesAsync(services => RunAsync(services, parsed, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = ScrapeOrder.Find(services.GetRequiredService<SourceCatalog>(), parsed.GetValue(_source)!).Name;
        await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
        var folder = services.GetRequiredService<RecordingFolder>();
        var runs = await services.GetRequiredService<Replays>().FindRunsAsync(
            name, parsed.GetValue(_run), parsed.GetValue(_since), folder.List().Select(file => file.RunId), cancellationToken);
        if (runs.Count == 0)
        {
            throw new UsageException(
                $"No answers of {name} are recorded for that. \"scraper runs list --source {name}\" lists its runs; "
                + "Recording:MaxAge and Recording:MaxMegabytes say how long their answers are kept.");
        }

        var source = new ReplayedSource(name, services.GetRequiredService<SourcesAt>(), folder);
        var screen = new ReplayScreen(context.Terminal, parsed.GetValue(_json));
        return parsed.GetValue(_push)
            ? await PushAsync(services, source, runs, screen, cancellationToken)
            : await CompareAsync(services, source, runs, screen, cancellationToken);
    }

    private static async Task<int> CompareAsync(
        IServiceProvider services, ReplayedSource source, IReadOnlyList<Run> runs, ReplayScreen screen,
        CancellationToken cancellationToken)
    {
        var (end, pages) = await screen.Progress.WatchAsync(progress => services.GetRequiredService<Replays>()
            .CompareAsync(source, runs, progress, cancellationToken));
        return screen.Write(ReplayReport.OfComparison(source, runs, end, pages), end.Message);
    }

    private static async Task<int> PushAsync(
        IServiceProvider services, ReplayedSource source, IReadOnlyList<Run> runs, ReplayScreen screen,
        CancellationToken cancellationToken)
    {
        var sender = services.GetRequiredService<OutboxSender>();
        using var stopSending = new CancellationTokenSource();
        var sending = sender.RunAsync(stopSending.Token);
        try
        {
            var push = await screen.Progress.WatchAsync(progress => services.GetRequiredService<Replays>()
                .PushAsync(source, runs, progress, cancellationToken));
            if (push.Holder is { } holder)
            {
                return screen.Progress.Refuse(source.Name, holder);
            }

            var waiting = await services.GetRequiredService<OutboxDrain>().WaitAsync(cancellationToken);
            var run = (await services.GetRequiredService<RunHistory>().FindAsync(push.RunId, CancellationToken.None))!;
            var code = screen.Write(ReplayReport.OfPush(source, runs, push, run, waiting), run.Message);
            if (waiting > 0)
            {
                screen.Progress.TellWaiting(waiting, sender.Problem);
            }

            return code;
        }
        finally
        {
            await stopSending.CancelAsync();
            await sending;
        }
    }
}
