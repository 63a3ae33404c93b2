using System.CommandLine;
using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing.Exclusions;

/// <summary>scraper exclude add: a video, an author or a title is never imported again.</summary>
internal sealed class ExcludeAddCommand(CommandContext context)
{
    private readonly Argument<string> _kind = new("KIND") { Description = "video, author or title." };

    private readonly Argument<string> _value = new("VALUE")
    {
        Description = "The video's id at its source; the author's name or page; or a pattern of the title as uploaded, "
            + "in which * stands for any letters.",
    };

    private readonly Option<string?> _source = new("--source")
    {
        Description = "Only uploads of this source; a video needs it.",
        HelpName = "SOURCE",
    };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<DateTimeOffset?> _until = EditorOptions.Moment(
        "--until", "When it ends; a date stands for its first moment, UTC.");

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        _kind.AcceptOnlyFromAmong("video", "author", "title");
        _reason.Required = true;
        var command = new EditorCommand(
                "add", "Never imports a video, an author or a title again.",
                "scraper exclude add video 6f1d2a --source rutube --reason \"a lecture, not a film\"",
                "scraper exclude add author \"Кино за 5 минут\" --source rutube --reason \"retellings\"",
                "scraper exclude add title \"*трейлер*\" --reason \"trailers\" --until 2027-01-01")
        {
            _kind, _value, _source, _reason, _until, _json,
        };
        command.SetAction((parsed, token) =>
        {
            var draft = Read(parsed);
            return context.WithAsync<EditingClient>(editing => AddAsync(editing, draft, parsed.GetValue(_json), token));
        });
        return command;
    }

    private ExclusionDraft Read(ParseResult parsed)
    {
        var kind = Enum.Parse<ExclusionKind>(parsed.GetValue(_kind)!, ignoreCase: true);
        var source = parsed.GetValue(_source);
        return kind == ExclusionKind.Video && source is null
            ? throw new UsageException("A video's id means something at its source only. Add --source, such as --source rutube.")
            : new ExclusionDraft
            {
                Kind = kind,
                Source = source,
                Value = parsed.GetValue(_value)!,
                Reason = parsed.GetValue(_reason)!,
                Until = parsed.GetValue(_until),
            };
    }

    private async Task<int> AddAsync(
        EditingClient editing, ExclusionDraft draft, bool asJson, CancellationToken cancellationToken)
    {
        var made = await editing.AddExclusionAsync(draft, EditorOptions.Note(draft.Reason), cancellationToken);
        if (asJson)
        {
            CliJson.Write(context.Terminal.Out, new ExclusionAnswer(CliJson.Schema, made), CliJson.Readable.ExclusionAnswer);
            return ExitCode.Done;
        }

        var until = made.Until is { } end
            ? string.Create(CultureInfo.InvariantCulture, $"until {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "for good";
        context.Terminal.Out.WriteLine(
            $"Exclusion {made.Id}: {draft.Kind.ToString().ToLowerInvariant()} \"{made.Value}\" of {made.Source ?? "all sources"}, {until}. "
            + "What is in the catalogue already stays; \"scraper movies hide --take-down\" removes it from sight.");
        return ExitCode.Done;
    }
}
