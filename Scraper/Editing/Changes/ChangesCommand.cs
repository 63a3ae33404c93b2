using System.CommandLine;
using System.Globalization;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Changes;

/// <summary>scraper changes: who changed what, when and why.</summary>
internal sealed class ChangesCommand(CommandContext context)
{
    private const int ChangesShown = 5;
    private const int MaxValueLength = 40;

    private readonly Option<int?> _movie = new("--movie") { Description = "Only what changed this film.", HelpName = "ID" };

    private readonly Option<DateTimeOffset?> _since = EditorOptions.Moment("--since", "Only what was changed from then on.");

    private readonly Option<int> _page = EditorOptions.Page();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "changes", "Lists the journal: who changed what, when and why; newest first.",
                "scraper changes --movie 12",
                "scraper changes --since 2026-05-01 --json")
        {
            _movie, _since, _page, _json,
        };
        command.SetAction((parsed, token) => context.WithAsync<EditingClient>(async editing =>
        {
            var page = await editing.ListChangesAsync(
                parsed.GetValue(_movie), parsed.GetValue(_since), parsed.GetValue(_page), token);
            Write(page, parsed.GetValue(_json));
            return ExitCode.Done;
        }));
        return command;
    }

    private void Write(PageOf<ChangeSet> page, bool asJson)
    {
        var terminal = context.Terminal;
        if (asJson)
        {
            CliJson.Write(terminal.Out, new ChangesAnswer(CliJson.Schema, page), CliJson.Readable.ChangesAnswer);
            return;
        }

        terminal.WriteTable(["Set", "When (UTC)", "Who", "What", "Change", "Why"], page.Items.SelectMany(Rows));
        terminal.Out.WriteLine($"{page.Items.Count} of {page.Total} change sets, page {page.Page}");
    }

    /// <summary>A line for the set, which also holds its first change, and one for each further change.</summary>
    private static IEnumerable<string[]> Rows(ChangeSet set)
    {
        var lines = set.Changes.Take(ChangesShown).Select(Describe).ToList();
        if (set.Count > lines.Count)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {set.Count - lines.Count} more"));
        }

        yield return
        [
            set.Id.ToString(CultureInfo.InvariantCulture),
            set.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            set.Actor,
            set.UndoneBy is { } undo ? string.Create(CultureInfo.InvariantCulture, $"{set.Action}, undone by {undo}") : set.Action,
            lines.FirstOrDefault() ?? "",
            set.Reason ?? "",
        ];
        foreach (var line in lines.Skip(1))
        {
            yield return ["", "", "", "", line, ""];
        }
    }

    // Of what is new the journal tells only its name.
    private static string Describe(FieldChange change)
    {
        var isNew = change.Old is null && change.Field.EndsWith("created", StringComparison.Ordinal);
        var values = !isNew ? $" {Value(change.Old)} → {Value(change.New)}" : change.New is null ? "" : $" {Value(change.New)}";
        return string.Create(CultureInfo.InvariantCulture, $"film {change.MovieId}: {ChangeTable.FieldOf(change)}{values}");
    }

    private static string Value(System.Text.Json.JsonElement? value) =>
        FieldText.Show(value, MaxValueLength) is { Length: > 0 } text ? $"«{text}»" : "unknown";
}

internal sealed record ChangesAnswer(int Schema, PageOf<ChangeSet> Changes);
