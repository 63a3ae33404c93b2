using System.CommandLine;
using System.Text.Json.Nodes;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>scraper movies lock and unlock: which fields scrapes may change.</summary>
internal sealed class LockCommands(CommandContext context)
{
    private readonly Argument<int> _id = MovieArguments.Id();

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command CreateLock()
    {
        var fields = Fields(ArgumentArity.OneOrMore, "Fields to keep as they are now");
        var command = new EditorCommand(
                "lock", "Keeps fields of a film at their present value, whatever scrapes say.",
                "scraper movies lock 12 title year")
        {
            _id, fields, _reason, _json,
        };
        command.SetAction((parsed, token) =>
        {
            var wanted = (parsed.GetValue(fields) ?? []).Select(RequireLockable).ToList();
            return context.WithServicesAsync(services => LockAsync(services, wanted, parsed, token));
        });
        return command;
    }

    public Command CreateUnlock()
    {
        var fields = Fields(ArgumentArity.ZeroOrMore, "Fields that scrapes may change again; all when none is named");
        var command = new EditorCommand(
                "unlock", "Lets scrapes change fields of a film again.",
                "scraper movies unlock 12",
                "scraper movies unlock 12 description --reason \"the source has a better one now\"")
        {
            _id, fields, _reason, _json,
        };
        command.SetAction((parsed, token) =>
        {
            var wanted = (parsed.GetValue(fields) ?? []).Select(RequireLockable).ToList();
            return context.WithServicesAsync(services => UnlockAsync(services, wanted, parsed, token));
        });
        return command;
    }

    private static Argument<string[]> Fields(ArgumentArity arity, string what) => new("FIELD")
    {
        Description = $"{what}: {string.Join(", ", EditableFields.All.Where(field => field.IsLockable).Select(field => field.Name))}.",
        Arity = arity,
    };

    private static EditableField RequireLockable(string name) => EditableFields.Require(name) is { IsLockable: true } field
        ? field
        : throw new UsageException($"No scrape changes {name}, so there is nothing to lock or unlock.");

    private async Task<int> LockAsync(
        IServiceProvider services, List<EditableField> fields, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(_id);
        var present = await services.GetRequiredService<MetadataClient>()
            .GetMovieAsync(id, includeInactive: true, cancellationToken);
        var values = new JsonObject();
        foreach (var field in fields)
        {
            values[field.Name] = field.Read(present);
        }

        var note = EditorOptions.Note(parsed.GetValue(_reason));
        var movie = await services.GetRequiredService<EditingClient>().EditAsync(id, values, note, cancellationToken);
        return MovieScreen.Answer(context.Terminal, new MovieAnswer(CliJson.Schema, movie), parsed.GetValue(_json));
    }

    private async Task<int> UnlockAsync(
        IServiceProvider services, List<EditableField> fields, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(_id);
        var movie = await services.GetRequiredService<MetadataClient>()
            .GetMovieAsync(id, includeInactive: true, cancellationToken);
        var names = fields.Count > 0 ? [.. fields.Select(field => field.Name)] : movie.LockedFields ?? [];
        if (names.Count == 0)
        {
            context.Terminal.Error.WriteLine($"Film {id} has no locked fields.");
        }
        else
        {
            var note = EditorOptions.Note(parsed.GetValue(_reason));
            movie = await services.GetRequiredService<EditingClient>().UnlockAsync(id, names, note, cancellationToken);
        }

        return MovieScreen.Answer(context.Terminal, new MovieAnswer(CliJson.Schema, movie), parsed.GetValue(_json));
    }
}
