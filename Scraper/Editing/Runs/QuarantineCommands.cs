using System.CommandLine;
using Scraper.Journal;
using Scraper.Publishing;

namespace Scraper.Editing.Runs;

/// <summary>scraper runs release and discard: an editor's word on a run that was held back.</summary>
internal sealed class QuarantineCommands(CommandContext context)
{
    private readonly Option<bool> _json = EditorOptions.Json();

    private readonly Argument<int> _id = new("RUN") { Description = "Number of a quarantined run; see \"scraper runs list\"." };

    public Command Release()
    {
        var release = new EditorCommand(
            "release", "Sends the films of a run that was held back, and takes what its source looked like for normal.",
            "scraper runs release 12")
        {
            _id, _json,
        };
        release.SetAction((parsed, token) => context.WithServicesAsync(
            services => ReleaseAsync(services, parsed.GetValue(_id), parsed.GetValue(_json), token)));
        return release;
    }

    public Command Discard()
    {
        var discard = new EditorCommand(
            "discard", "Throws the films of a run that was held back away; a later run finds them anew.",
            "scraper runs discard 12")
        {
            _id, _json,
        };
        discard.SetAction((parsed, token) => context.WithServicesAsync(
            services => DiscardAsync(services, parsed.GetValue(_id), parsed.GetValue(_json), token)));
        return discard;
    }

    private async Task<int> ReleaseAsync(IServiceProvider services, int id, bool asJson, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
        var films = await services.GetRequiredService<Quarantine>().ReleaseAsync(id, cancellationToken)
            ?? throw await NotQuarantinedAsync(services, id, cancellationToken);
        var waiting = await services.GetRequiredService<OutboxDrain>().SendAsync(cancellationToken);
        Write(new RunDecision(CliJson.Schema, id, RunStatus.Done, films), $"Run {id} is released: {films} films go on.", asJson);
        if (waiting == 0)
        {
            return ExitCode.Done;
        }

        await context.Terminal.Error.WriteLineAsync(
            $"{waiting} films wait in the outbox and will be sent by the next run or by \"scraper serve\". "
            + services.GetRequiredService<OutboxSender>().Problem);
        return ExitCode.Partly;
    }

    private async Task<int> DiscardAsync(IServiceProvider services, int id, bool asJson, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
        var films = await services.GetRequiredService<Quarantine>().DiscardAsync(id, cancellationToken)
            ?? throw await NotQuarantinedAsync(services, id, cancellationToken);
        Write(new RunDecision(CliJson.Schema, id, RunStatus.Discarded, films), $"Run {id} is discarded: {films} films are thrown away.", asJson);
        return ExitCode.Done;
    }

    private static async Task<UsageException> NotQuarantinedAsync(
        IServiceProvider services, int id, CancellationToken cancellationToken) =>
        await services.GetRequiredService<RunHistory>().FindAsync(id, cancellationToken) is { } run
            ? new UsageException(
                $"Run {id} is {run.Status.ToString().ToLowerInvariant()}, not quarantined: nothing of it is held back for you to decide.")
            : new UsageException($"There is no run {id}. See \"scraper runs list\".");

    private void Write(RunDecision decision, string text, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(context.Terminal.Out, decision, CliJson.Readable.RunDecision);
            return;
        }

        context.Terminal.Out.WriteLine(text);
    }
}
