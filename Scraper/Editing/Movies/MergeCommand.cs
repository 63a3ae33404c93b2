using System.CommandLine;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>scraper movies merge: two films that are one.</summary>
internal sealed class MergeCommand(CommandContext context)
{
    private readonly Argument<int> _from = MovieArguments.Id("A");

    private readonly Argument<int> _into = new("B") { Description = "Number of the film that stays." };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _dry = EditorOptions.DryRun();

    private readonly Option<bool> _yes = EditorOptions.Yes();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "merge", "Makes one film of two: the videos of A go to B, and stay there whatever the rules say.",
                "scraper movies merge 12 7 --reason \"the same film under its English title\"")
        {
            _from, _into, _reason, _dry, _yes, _json,
        };
        command.SetAction((parsed, token) => context.WithServicesAsync(services => MergeAsync(services, parsed, token)));
        return command;
    }

    private async Task<int> MergeAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (terminal, asJson) = (context.Terminal, parsed.GetValue(_json));
        if (parsed.GetValue(_from) == parsed.GetValue(_into))
        {
            throw new UsageException("A film cannot be merged into itself.");
        }

        var metadata = services.GetRequiredService<MetadataClient>();
        var from = await metadata.GetMovieAsync(parsed.GetValue(_from), includeInactive: true, cancellationToken);
        var into = await metadata.GetMovieAsync(parsed.GetValue(_into), includeInactive: true, cancellationToken);
        if (!asJson)
        {
            MovieScreen.Write(terminal, from);
            MovieScreen.Write(terminal, into);
        }

        if (parsed.GetValue(_dry))
        {
            terminal.TellDryRun();
            if (asJson)
            {
                MovieScreen.Answer(terminal, new MovieAnswer(CliJson.Schema, into) { Other = from, DryRun = true }, asJson);
            }

            return ExitCode.Done;
        }

        var question = $"Merge {MovieScreen.NameOf(from)} into {MovieScreen.NameOf(into)}?";
        if (!parsed.GetValue(_yes) && !asJson && !await terminal.ConfirmAsync(question, cancellationToken))
        {
            return ExitCode.Failed;
        }

        var note = EditorOptions.Note(parsed.GetValue(_reason));
        var movie = await services.GetRequiredService<EditingClient>().MergeAsync(from.Id, into.Id, note, cancellationToken);
        terminal.Error.WriteLine("Merged; \"scraper undo --last\" takes it back.");
        return MovieScreen.Answer(terminal, new MovieAnswer(CliJson.Schema, movie), asJson);
    }
}
