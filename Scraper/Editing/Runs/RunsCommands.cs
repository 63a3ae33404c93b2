using System.CommandLine;
using Scraper.Journal;
using Scraper.Publishing;

namespace Scraper.Editing.Runs;

/// <summary>scraper runs: what was collected, and what went wrong.</summary>
internal sealed class RunsCommands(CommandContext context)
{
    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    private readonly Option<string?> _source = new("--source") { Description = "Only runs of this source.", HelpName = "SOURCE" };

    private readonly Option<int> _count = new("--count")
    {
        Description = "How many runs, newest first.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    private readonly Argument<int> _id = new("RUN") { Description = "Number of the run; see \"scraper runs list\"." };

    public Command Create()
    {
        var list = new EditorCommand(
            "list", "Lists the latest runs.", "scraper runs list --source rutube --count 5", "scraper runs list --json")
        {
            _source, _count, _json,
        };
        list.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            var runs = await services.GetRequiredService<RunHistory>()
                .ListAsync(parsed.GetValue(_source), Math.Clamp(parsed.GetValue(_count), 1, 1000), cancellationToken);
            RunScreen.Write(context.Terminal, [.. runs.Select(RunItem.Of)], parsed.GetValue(_json));
            return ExitCode.Done;
        }));

        var show = new EditorCommand(
            "show", "Shows one run: what it read of each target, counts per step, drift, and what failed with its reason.",
            "scraper runs show 12", "scraper runs show 12 --json")
        {
            _id, _json,
        };
        show.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            var details = await ReadAsync(services, parsed.GetValue(_id), cancellationToken);
            RunScreen.Write(context.Terminal, details, parsed.GetValue(_json));
            return ExitCode.Done;
        }));

        var quarantine = new QuarantineCommands(context);
        return new Command("runs", "Lists the runs, shows what became of them, and decides on those held back.")
        {
            list, show, quarantine.Release(), quarantine.Discard(),
        };
    }

    private static async Task<RunDetails> ReadAsync(IServiceProvider services, int id, CancellationToken cancellationToken)
    {
        var history = services.GetRequiredService<RunHistory>();
        var run = await history.FindAsync(id, cancellationToken)
            ?? throw new UsageException($"There is no run {id}. See \"scraper runs list\".");
        var failures = (await history.ListRejectsAsync(id, cancellationToken))
            .Select(reject => new ScrapeFailure(reject.ExternalId, reject.Step, reject.Reason)).ToList();
        var pages = await history.ListPagesAsync(id, cancellationToken);
        var outbox = services.GetRequiredService<Outbox>();
        return new RunDetails(
            CliJson.Schema, RunItem.Of(run), (run.EndedAt - run.StartedAt)?.TotalSeconds,
            await outbox.CountAsync(id, cancellationToken), await outbox.CountHeldAsync(id, cancellationToken),
            RunStep.Of(run, failures, pages.Count(page => page.Failure is null)), RunTarget.Of(run, pages),
            FailureGroups.Of(failures), failures);
    }
}
