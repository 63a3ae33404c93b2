using System.CommandLine;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Exchange;

/// <summary>scraper import: films edited elsewhere come back, as one change set or not at all.</summary>
/// <remarks>
/// <code>
/// 1 read     the file, row by row                       a bad row ends it here
/// 2 compare  with the catalogue of now                  a row of no film ends it here
/// 3 try      the differing fields, without writing      a value that Metadata refuses ends it here
/// 4 show     every field before and after               a dry run ends here
/// 5 write    all of it in one change set
/// </code>
/// </remarks>
internal sealed class ImportCommand(CommandContext context)
{
    private const int MistakesShown = 20;

    private readonly Argument<string> _file = new("FILE") { Description = "CSV or JSON as \"scraper export\" writes it." };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _dry = EditorOptions.DryRun();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "import", "Takes edited films back in: shows what differs and sets just that. Columns left out stay as they are; "
                + "an empty cell makes a field unknown.",
                "scraper import films.csv --dry-run",
                "scraper import films.csv --reason \"genres of the fifties\"")
        {
            _file, _reason, _dry, _json,
        };
        command.SetAction((parsed, token) => context.WithServicesAsync(async services =>
        {
            try
            {
                return await ImportAsync(services, parsed, token);
            }
            catch (ImportException broken)
            {
                return Refuse(parsed.GetValue(_file)!, [broken.Mistake]);
            }
        }));
        return command;
    }

    private async Task<int> ImportAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        // 1 read
        var path = parsed.GetValue(_file)!;
        var films = await ImportFile.ReadAsync(path, cancellationToken);
        if (films.Mistakes.Count > 0)
        {
            return Refuse(path, films.Mistakes);
        }

        // 2 compare
        var present = services.GetRequiredService<CatalogueCopies>().ExportAsync(cancellationToken);
        var diff = await ImportDiff.FindAsync(films, present, cancellationToken);
        if (diff.Mistakes.Count > 0)
        {
            return Refuse(path, diff.Mistakes);
        }

        if (diff.Edits.Count > EditingClient.MaxEdits)
        {
            context.Terminal.Error.WriteLine(
                $"{path} changes {diff.Edits.Count} films, {EditingClient.MaxEdits} at once are the most. Divide the file.");
            return ExitCode.Failed;
        }

        // 3 try
        var note = EditorOptions.Note(parsed.GetValue(_reason));
        var editing = services.GetRequiredService<EditingClient>();
        var tried = diff.Edits.Count == 0
            ? new BulkEditReport(Set: null, DryRun: true, 0, 0, 0, [])
            : await editing.EditManyAsync(diff.Edits, dryRun: true, note, cancellationToken);
        if (tried.Rejected > 0)
        {
            return Refuse(path, tried.Results.Where(result => result.Status == BulkEditStatus.Rejected).Select(result =>
                new ImportMistake(films.Rows[result.Id].Place, $"film {result.Id}: {result.Reason}")));
        }

        // 4 show, 5 write: once begun it is not cut off, so that its end is known
        var isDry = parsed.GetValue(_dry) || tried.Changed == 0;
        cancellationToken.ThrowIfCancellationRequested();
        var report = isDry ? tried : await editing.EditManyAsync(diff.Edits, dryRun: false, note, CancellationToken.None);
        return Tell(report, films.Rows.Count, parsed);
    }

    private int Tell(BulkEditReport report, int rows, ParseResult parsed)
    {
        var terminal = context.Terminal;
        if (parsed.GetValue(_json))
        {
            CliJson.Write(terminal.Out, new EditAnswer(CliJson.Schema, report), CliJson.Readable.EditAnswer);
        }
        else if (report.Changed > 0)
        {
            ChangeTable.Write(terminal, report.Results.SelectMany(result => result.Changes));
        }

        terminal.Error.WriteLine(report.Changed == 0
            ? $"{rows} films read, none differs from the catalogue."
            : $"{rows} films read, {report.Changed} differ from the catalogue.");
        if (parsed.GetValue(_dry))
        {
            terminal.TellDryRun();
        }
        else if (report.Set is { } set)
        {
            terminal.Error.WriteLine($"Written as change set {set}; \"scraper undo {set}\" takes it back.");
        }

        foreach (var late in report.Results.Where(result => result.Status == BulkEditStatus.Rejected))
        {
            terminal.Error.WriteLine($"Film {late.Id} was changed by somebody meanwhile: {late.Reason}");
        }

        return report.Rejected > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    private int Refuse(string path, IEnumerable<ImportMistake> mistakes)
    {
        var all = mistakes.ToList();
        foreach (var mistake in all.Take(MistakesShown))
        {
            context.Terminal.Error.WriteLine($"{path}, {mistake.Place}: {mistake.Message}");
        }

        var more = all.Count > MistakesShown ? $" and {all.Count - MistakesShown} more" : "";
        context.Terminal.Error.WriteLine($"{Math.Min(all.Count, MistakesShown)}{more} to correct; nothing was written.");
        return ExitCode.Failed;
    }
}
