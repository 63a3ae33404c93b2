using System.CommandLine;
using System.Globalization;
using Scraper.Journal;
using Scraper.Publishing;

namespace Scraper.Editing;

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
        var list = new Command("list", "Lists the latest runs.") { _source, _count, _json };
        list.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            var runs = await services.GetRequiredService<RunHistory>()
                .ListAsync(parsed.GetValue(_source), Math.Clamp(parsed.GetValue(_count), 1, 1000), cancellationToken);
            WriteList(context.Terminal, [.. runs.Select(RunItem.Of)], parsed.GetValue(_json));
            return ExitCode.Done;
        }));

        var show = new Command("show", "Shows one run: counts per step, and what failed with its reason.") { _id, _json };
        show.SetAction((parsed, cancellationToken) => context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            var details = await ReadAsync(services, parsed.GetValue(_id), cancellationToken);
            WriteDetails(context.Terminal, details, parsed.GetValue(_json));
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
        var rejects = await history.ListRejectsAsync(id, cancellationToken);
        var outbox = services.GetRequiredService<Outbox>();
        return new RunDetails(
            CliJson.Schema, RunItem.Of(run), await outbox.CountAsync(id, cancellationToken),
            await outbox.CountHeldAsync(id, cancellationToken),
            [.. rejects.Select(reject => new ScrapeFailure(reject.ExternalId, reject.Step, reject.Reason))]);
    }

    private static void WriteList(Terminal terminal, IReadOnlyList<RunItem> runs, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, new RunList(CliJson.Schema, runs), CliJson.Readable.RunList);
            return;
        }

        terminal.WriteTable(
            ["Run", "Source", "Started (UTC)", "Status", "Drift", "Seen", "Films", "Review", "New", "Updated", "Unchanged", "Rejected"],
            runs.Select(run => new[]
            {
                Text(run.Id), run.Source, run.StartedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                run.Status.ToString().ToLowerInvariant(), run.Drift?.ToString().ToLowerInvariant() ?? "", Text(run.Seen), Text(run.Films), Text(run.Review),
                Text(run.Created), Text(run.Updated), Text(run.Unchanged), Text(run.Rejected),
            }));
    }

    private static void WriteDetails(Terminal terminal, RunDetails details, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, details, CliJson.Readable.RunDetails);
            return;
        }

        var run = details.Run;
        WriteList(terminal, [run], asJson: false);
        terminal.Out.WriteLine($"  targets: {string.Join(", ", run.Targets)}");
        terminal.Out.WriteLine($"  also seen: {run.Episodes} episodes, {run.Trailers} trailers, {run.Other} other");
        terminal.Out.WriteLine($"  source: {run.Requests} requests, {run.Retries} retries, {run.NotModified} not modified, {run.Bytes / 1024} KiB");
        if (details.Waiting > 0)
        {
            terminal.Out.WriteLine($"  {details.Waiting} films wait in the outbox");
        }

        if (details.Held > 0)
        {
            terminal.Out.WriteLine($"  {details.Held} films are held back");
        }

        foreach (var reason in run.DriftReasons)
        {
            terminal.Out.WriteLine($"  drift: {reason}");
        }

        if (run.Message is { } message)
        {
            terminal.Out.WriteLine($"  {message}");
        }

        if (details.Failed.Count > 0)
        {
            terminal.WriteTable(
                ["Failed", "Step", "Reason"],
                details.Failed.Select(failure => new[] { failure.ExternalId ?? "", failure.Step, failure.Reason }));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
