using System.CommandLine;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>scraper movies split: videos that are of another film.</summary>
internal sealed class SplitCommand(CommandContext context)
{
    private readonly Argument<int> _id = MovieArguments.Id();

    private readonly Argument<int[]> _videos = new("VIDEO")
    {
        Description = "Numbers of the videos that are of another film; see \"scraper movies show\".",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _dry = EditorOptions.DryRun();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "split", "Makes a film of its own of some videos of a film; no rule puts them back.",
                "scraper movies split 12 40 41 --reason \"the remake of 1998\"")
        {
            _id, _videos, _reason, _dry, _json,
        };
        command.SetAction((parsed, token) => context.WithServicesAsync(services => SplitAsync(services, parsed, token)));
        return command;
    }

    private async Task<int> SplitAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (terminal, asJson) = (context.Terminal, parsed.GetValue(_json));
        var metadata = services.GetRequiredService<MetadataClient>();
        var movie = await metadata.GetMovieAsync(parsed.GetValue(_id), includeInactive: true, cancellationToken);
        var wanted = parsed.GetValue(_videos)!.Distinct().ToList();
        Check(movie, wanted);
        if (parsed.GetValue(_dry))
        {
            terminal.TellDryRun();
            var left = movie with { Videos = [.. movie.Videos.Where(video => !wanted.Contains(video.Id))] };
            return MovieScreen.Answer(terminal, new MovieAnswer(CliJson.Schema, left) { DryRun = true }, asJson);
        }

        var note = EditorOptions.Note(parsed.GetValue(_reason));
        var made = await services.GetRequiredService<EditingClient>().SplitAsync(movie.Id, wanted, note, cancellationToken);
        var rest = await metadata.GetMovieAsync(movie.Id, includeInactive: true, cancellationToken);
        terminal.Error.WriteLine("Split; \"scraper undo --last\" takes it back.");
        return MovieScreen.Answer(terminal, new MovieAnswer(CliJson.Schema, made) { Other = rest }, asJson);
    }

    private static void Check(MovieDetails movie, List<int> wanted)
    {
        var its = movie.Videos.Select(video => video.Id).ToList();
        if (wanted.Except(its).ToList() is { Count: > 0 } foreign)
        {
            throw new UsageException(
                $"Film {movie.Id} has no video {string.Join(", ", foreign)}. Its videos: {string.Join(", ", its)}.");
        }

        if (wanted.Count == its.Count)
        {
            throw new UsageException(
                $"These are all the videos of film {movie.Id}, so nothing would be left of it. "
                + "To correct the film itself use \"scraper movies edit\".");
        }
    }
}
