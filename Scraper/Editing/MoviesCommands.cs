using System.CommandLine;
using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing;

/// <summary>scraper movies: the catalogue as an editor sees and mends it.</summary>
internal sealed class MoviesCommands(CommandContext context)
{
    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    private readonly Argument<int> _id = new("ID") { Description = "Number of the film." };

    private readonly Argument<string[]> _words = new("WORDS") { Description = "Words of the title." };

    private readonly Option<int> _page = new("--page") { Description = "Page of the list, from 1.", DefaultValueFactory = _ => 1 };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = $"FIELD=VALUE; may be repeated. Fields: {string.Join(", ", MovieEdits.Fields)}. Lists are separated by \";\".",
        HelpName = "FIELD=VALUE",
        Required = true,
    };

    public Command Create()
    {
        var find = new Command("find", "Finds films, hidden ones included.") { _words, _page, _json };
        find.SetAction((parsed, token) => WithMetadata(metadata =>
            FindAsync(metadata, parsed, token)));

        var show = new Command("show", "Shows a film with its places to watch.") { _id, _json };
        show.SetAction((parsed, token) => WithMetadata(async metadata =>
            Show(context.Terminal, await metadata.GetMovieAsync(parsed.GetValue(_id), includeInactive: true, token), parsed.GetValue(_json))));

        var edit = new EditorCommand(
                "edit", "Sets fields of a film. From then on no scrape changes them.",
                "scraper movies edit 12 --set year=1975 --set title=\"Зеркало\" --set genres=\"драма;военный\"")
        {
            _id, _set, _json,
        };
        edit.SetAction((parsed, token) =>
        {
            var change = MovieEdits.Read(parsed.GetValue(_set)!);
            return EditAsync(parsed, change, token);
        });

        var hide = new Command("hide", "Hides a film from visitors.") { _id, _json };
        hide.SetAction((parsed, token) => EditAsync(parsed, new MovieEdit { IsActive = false }, token));

        var unhide = new Command("unhide", "Shows a hidden film again.") { _id, _json };
        unhide.SetAction((parsed, token) => EditAsync(parsed, new MovieEdit { IsActive = true }, token));

        return new Command("movies", "Finds, shows, edits and hides films of the catalogue.") { find, show, edit, hide, unhide };
    }

    private Task<int> EditAsync(ParseResult parsed, MovieEdit change, CancellationToken cancellationToken) =>
        WithMetadata(async metadata => Show(
            context.Terminal, await metadata.EditMovieAsync(parsed.GetValue(_id), change, cancellationToken), parsed.GetValue(_json)));

    private Task<int> WithMetadata(Func<MetadataClient, Task<int>> act) =>
        context.WithServicesAsync(services => act(services.GetRequiredService<MetadataClient>()));

    private async Task<int> FindAsync(
        MetadataClient metadata, ParseResult parsed, CancellationToken cancellationToken)
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

    private static int Show(Terminal terminal, MovieDetails movie, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, new MovieAnswer(CliJson.Schema, movie), CliJson.Readable.MovieAnswer);
            return ExitCode.Done;
        }

        terminal.Out.WriteLine($"{movie.Id}: {movie.Title}{(movie.Year is { } year ? $" ({year})" : "")}{(movie.IsActive ? "" : ", hidden")}");
        Line("original title", movie.OriginalTitle);
        Line("genres", string.Join(", ", movie.Genres));
        Line("countries", string.Join(", ", movie.Countries));
        Line("directors", string.Join(", ", movie.Directors));
        Line("rating", movie.Rating?.ToString(CultureInfo.InvariantCulture));
        Line("duration", movie.DurationSeconds is { } seconds ? $"{seconds / 60} min" : null);
        Line("description", movie.Description);
        terminal.WriteTable(
            ["Video", "Source", "Availability", "Views", "Page"],
            movie.Videos.Select(video => new[]
            {
                Text(video.Id), video.Source, video.Availability.ToString().ToLowerInvariant(),
                video.Views.ToString(CultureInfo.InvariantCulture), video.SourceUrl,
            }));
        return ExitCode.Done;

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                terminal.Out.WriteLine($"  {name}: {value}");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed record MoviePage(int Schema, PageOf<MovieSummary> Movies);

internal sealed record MovieAnswer(int Schema, MovieDetails Movie);
