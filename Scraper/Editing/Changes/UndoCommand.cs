using System.CommandLine;
using System.Globalization;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Changes;

/// <summary>scraper undo: takes a change set back.</summary>
internal sealed class UndoCommand(CommandContext context)
{
    private const int MaxValueLength = 40;

    private readonly Argument<long?> _set = new("SET")
    {
        Description = "Number of the change set; see \"scraper changes\".",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _last = new("--last") { Description = "The last change set that an editor made." };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "undo", "Puts back what a change set has changed. Fields changed again since then are left alone and listed.",
                "scraper undo --last",
                "scraper undo 31 --reason \"wrong list imported\"")
        {
            _set, _last, _reason, _json,
        };
        command.SetAction((parsed, token) =>
        {
            var set = parsed.GetValue(_set);
            return set is null == parsed.GetValue(_last)
                ? context.WithAsync<EditingClient>(editing => UndoAsync(editing, set, parsed, token))
                : throw new UsageException("Say what to undo: the number of a change set, or --last. See \"scraper changes\".");
        });
        return command;
    }

    private async Task<int> UndoAsync(
        EditingClient editing, long? set, ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = context.Terminal;
        var report = await editing.UndoAsync(set, EditorOptions.Note(parsed.GetValue(_reason)), cancellationToken);
        if (parsed.GetValue(_json))
        {
            CliJson.Write(terminal.Out, new UndoAnswer(CliJson.Schema, report), CliJson.Readable.UndoAnswer);
        }
        else
        {
            Write(report);
        }

        if (report.Set is null)
        {
            terminal.Error.WriteLine($"Nothing of change set {report.Undone} could be undone.");
            return ExitCode.Failed;
        }

        return report.Conflicts.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    private void Write(UndoReport report)
    {
        var terminal = context.Terminal;
        if (report.Set is { } made)
        {
            terminal.Out.WriteLine(
                $"Change set {report.Undone} undone by change set {made}: {report.Restored} fields have their old value again.");
        }

        if (report.Conflicts.Count == 0)
        {
            return;
        }

        terminal.Error.WriteLine($"{report.Conflicts.Count} fields were changed again since and keep their present value.");
        terminal.WriteTable(
            ["Film", "Field", "Was set to", "Found", "By change set"],
            report.Conflicts.Select(conflict => new[]
            {
                conflict.MovieId.ToString(CultureInfo.InvariantCulture), conflict.Field,
                FieldText.Show(conflict.Expected, MaxValueLength), FieldText.Show(conflict.Found, MaxValueLength),
                conflict.ChangedBy?.ToString(CultureInfo.InvariantCulture) ?? "",
            }));
    }
}

internal sealed record UndoAnswer(int Schema, UndoReport Undo);
