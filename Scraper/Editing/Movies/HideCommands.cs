using System.CommandLine;
using System.Text.Json.Nodes;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>scraper movies hide and unhide: whether visitors see a film.</summary>
internal sealed class HideCommands(CommandContext context)
{
    private readonly Argument<int> _id = MovieArguments.Id();

    private readonly Option<bool> _takeDown = new("--take-down")
    {
        Description = "For good: the page answers \"gone\", the videos are never imported again.",
    };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _yes = EditorOptions.Yes();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command CreateHide()
    {
        var hide = new EditorCommand(
                "hide", "Hides a film from visitors.",
                "scraper movies hide 12 --reason \"wrong film\"",
                "scraper movies hide 12 --take-down --reason \"claim of 1 May 2026\"")
        {
            _id, _takeDown, _reason, _yes, _json,
        };
        hide.SetAction((parsed, token) => context.WithServicesAsync(services => HideAsync(services, parsed, token)));
        return hide;
    }

    public Command CreateUnhide()
    {
        var unhide = new EditorCommand(
                "unhide", "Shows a hidden film again. A take-down is taken back by \"scraper undo\".",
                "scraper movies unhide 12")
        {
            _id, _reason, _json,
        };
        unhide.SetAction((parsed, token) => context.WithAsync<EditingClient>(async editing =>
        {
            var movie = await editing.EditAsync(
                parsed.GetValue(_id), new JsonObject { ["isActive"] = true }, EditorOptions.Note(parsed.GetValue(_reason)), token);
            return MovieScreen.Answer(context.Terminal, new MovieAnswer(CliJson.Schema, movie), parsed.GetValue(_json));
        }));
        return unhide;
    }

    private async Task<int> HideAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (terminal, asJson, takeDown) = (context.Terminal, parsed.GetValue(_json), parsed.GetValue(_takeDown));
        var metadata = services.GetRequiredService<MetadataClient>();
        var movie = await metadata.GetMovieAsync(parsed.GetValue(_id), includeInactive: true, cancellationToken);
        var question = $"Take down {MovieScreen.NameOf(movie)} and never import its {movie.Videos.Count} videos again?";
        if (takeDown && !asJson && !parsed.GetValue(_yes) && !await terminal.ConfirmAsync(question, cancellationToken))
        {
            return ExitCode.Failed;
        }

        var note = EditorOptions.Note(parsed.GetValue(_reason));
        await services.GetRequiredService<EditingClient>().HideAsync(movie.Id, takeDown, note, cancellationToken);
        terminal.Error.WriteLine(takeDown
            ? "Taken down; \"scraper undo --last\" takes it back."
            : $"Hidden; \"scraper movies unhide {movie.Id}\" shows it again.");
        return MovieScreen.Answer(
            terminal, new MovieAnswer(CliJson.Schema, movie with { IsActive = false }), asJson);
    }
}
