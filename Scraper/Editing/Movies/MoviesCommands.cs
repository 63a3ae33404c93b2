using System.CommandLine;
using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>scraper movies: the catalogue as an editor sees and mends it.</summary>
internal sealed class MoviesCommands(CommandContext context)
{
    private readonly Option<bool> _json = EditorOptions.Json();

    private readonly Option<bool> _why = new("--why") { Description = "Where each value comes from, and why each video belongs to it." };

    private readonly Argument<int> _id = MovieArguments.Id();

    private readonly Argument<string[]> _words = new("WORDS") { Description = "Words of the title." };

    private readonly Option<int> _page = EditorOptions.Page();

    public Command Create()
    {
        var find = new EditorCommand(
                "find", "Finds films, hidden ones included.",
                "scraper movies find зеркало 1975")
        {
            _words, _page, _json,
        };
        find.SetAction((parsed, token) => context.WithAsync<MetadataClient>(metadata => FindAsync(metadata, parsed, token)));

        var show = new EditorCommand(
                "show", "Shows a film with its places to watch.",
                "scraper movies show 12 --why")
        {
            _id, _why, _json,
        };
        show.SetAction((parsed, token) => context.WithServicesAsync(services => ShowAsync(services, parsed, token)));

        return new Command("movies", "Finds, shows and mends films of the catalogue.")
        {
            find,
            show,
            new EditCommand(context).Create(),
            new LockCommands(context).CreateLock(),
            new LockCommands(context).CreateUnlock(),
            new MergeCommand(context).Create(),
            new SplitCommand(context).Create(),
            new HideCommands(context).CreateHide(),
            new HideCommands(context).CreateUnhide(),
        };
    }

    private async Task<int> FindAsync(MetadataClient metadata, ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = context.Terminal;
        var words = string.Join(' ', parsed.GetValue(_words) ?? []);
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"includeInactive=true&page={parsed.GetValue(_page)}{(words.Length > 0 ? $"&q={Uri.EscapeDataString(words)}" : "")}");
        var page = await metadata.ListMoviesAsync(query, cancellationToken);
        if (parsed.GetValue(_json))
        {
            CliJson.Write(terminal.Out, new MoviePage(CliJson.Schema, page), CliJson.Readable.MoviePage);
            return ExitCode.Done;
        }

        terminal.WriteTable(
            ["Id", "Title", "Original", "Year", "Sources"],
            page.Items.Select(movie => new[]
            {
                Text(movie.Id), movie.Title, movie.OriginalTitle ?? "", movie.Year is { } year ? Text(year) : "",
                string.Join(", ", movie.Sources),
            }));
        terminal.Out.WriteLine($"{page.Items.Count} of {page.Total} films, page {page.Page}");
        return ExitCode.Done;
    }

    private async Task<int> ShowAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(_id);
        var movie = await services.GetRequiredService<MetadataClient>()
            .GetMovieAsync(id, includeInactive: true, cancellationToken);
        var why = parsed.GetValue(_why)
            ? await services.GetRequiredService<EditingClient>().GetProvenanceAsync(id, cancellationToken)
            : null;
        if (parsed.GetValue(_json))
        {
            CliJson.Write(
                context.Terminal.Out, new MovieAnswer(CliJson.Schema, movie) { Why = why }, CliJson.Readable.MovieAnswer);
            return ExitCode.Done;
        }

        if (why is null)
        {
            MovieScreen.Write(context.Terminal, movie);
        }
        else
        {
            ProvenanceScreen.Write(context.Terminal, movie, why);
        }

        return ExitCode.Done;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed record MoviePage(int Schema, PageOf<MovieSummary> Movies);
