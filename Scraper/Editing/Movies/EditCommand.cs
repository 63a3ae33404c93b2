using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>scraper movies edit: sets fields of a film for good.</summary>
internal sealed class EditCommand(CommandContext context)
{
    private readonly Argument<int> _id = MovieArguments.Id();

    private readonly Option<string[]> _set = new("--set")
    {
        Description = $"FIELD=VALUE; may be repeated. Fields: {string.Join(", ", EditableFields.NamesOfAll)}. "
            + "Lists are separated by \";\"; an empty value makes a field unknown.",
        HelpName = "FIELD=VALUE",
        Required = true,
    };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _dry = EditorOptions.DryRun();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var edit = new EditorCommand(
                "edit", "Sets fields of a film. From then on no scrape changes them.",
                "scraper movies edit 12 --set year=1975 --set title=\"Зеркало\" --set genres=\"драма;военный\"",
                "scraper movies edit 12 --set description= --reason \"the uploader's advertising\" --dry-run")
        {
            _id, _set, _reason, _dry, _json,
        };
        edit.SetAction((parsed, token) =>
        {
            var fields = EditableFields.Read(parsed.GetValue(_set)!);
            return context.WithAsync<EditingClient>(editing => parsed.GetValue(_dry)
                ? TryAsync(editing, fields, parsed, token)
                : EditAsync(editing, fields, parsed, token));
        });
        return edit;
    }

    private async Task<int> EditAsync(
        EditingClient editing, JsonObject fields, ParseResult parsed, CancellationToken cancellationToken)
    {
        var note = EditorOptions.Note(parsed.GetValue(_reason));
        var movie = await editing.EditAsync(parsed.GetValue(_id), fields, note, cancellationToken);
        return MovieScreen.Answer(context.Terminal, new MovieAnswer(CliJson.Schema, movie), parsed.GetValue(_json));
    }

    private async Task<int> TryAsync(
        EditingClient editing, JsonObject fields, ParseResult parsed, CancellationToken cancellationToken)
    {
        var edit = new BulkEdit(parsed.GetValue(_id), JsonSerializer.SerializeToElement(fields, CliJson.Readable.JsonObject));
        var note = EditorOptions.Note(parsed.GetValue(_reason));
        var report = await editing.EditManyAsync([edit], dryRun: true, note, cancellationToken);
        context.Terminal.TellDryRun();
        foreach (var rejected in report.Results.Where(result => result.Status == BulkEditStatus.Rejected))
        {
            context.Terminal.Error.WriteLine($"Film {rejected.Id} would not be changed: {rejected.Reason}");
        }

        if (parsed.GetValue(_json))
        {
            CliJson.Write(context.Terminal.Out, new EditAnswer(CliJson.Schema, report), CliJson.Readable.EditAnswer);
        }
        else
        {
            ChangeTable.Write(context.Terminal, report.Results.SelectMany(result => result.Changes));
        }

        return report.Rejected > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
