using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Scraper.Editing.Movies;
using Scraper.Journal;
using Scraper.Scheduling;
using Scraper.Sources;

namespace Scraper.Editing.Completing;

/// <summary>What this installation knows to put in the place of SOURCE, RUN, JOB, TARGET and FIELD, wherever a command has
/// one. The library asks without waiting: what it asks for is noted, loaded, and there when it asks again.</summary>
internal sealed class KnownWords(CommandContext context)
{
    private const int RunsOffered = 20;

    private static readonly string[] Places = ["SOURCE", "TARGET", "JOB", "RUN", "FIELD"];

    private readonly HashSet<string> _missed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<KnownWord>> _words = new(StringComparer.Ordinal);

    /// <summary>Lets all commands below one offer them.</summary>
    public void Attach(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            Attach(argument.Name, argument.CompletionSources);
        }

        foreach (var option in command.Options)
        {
            Attach(option.HelpName, option.CompletionSources);
        }

        foreach (var below in command.Subcommands)
        {
            Attach(below);
        }
    }

    /// <summary>Loads what was asked for and not known.</summary>
    /// <returns>Whether it is worth asking again.</returns>
    public async Task<bool> LoadMissedAsync(CancellationToken cancellationToken)
    {
        if (_missed.Count == 0)
        {
            return false;
        }

        await context.WithUncheckedServicesAsync(async services =>
        {
            foreach (var place in _missed)
            {
                _words[place] = await LoadAsync(place, services, cancellationToken);
            }

            return ExitCode.Done;
        });
        _missed.Clear();
        return true;
    }

    private void Attach(string? place, List<Func<CompletionContext, IEnumerable<CompletionItem>>> completions)
    {
        if (Places.Contains(place, StringComparer.Ordinal))
        {
            completions.Add(asked => Offer(place!, asked));
        }
    }

    private IEnumerable<CompletionItem> Offer(string place, CompletionContext asked)
    {
        if (!_words.TryGetValue(place, out var words))
        {
            _missed.Add(place);
            return [];
        }

        return words
            .Where(word => word.Beside is null || asked.ParseResult.Tokens.Any(token => token.Value == word.Beside))
            .Select(word => new CompletionItem(word.Text));
    }

    private static async Task<IReadOnlyList<KnownWord>> LoadAsync(
        string place, IServiceProvider services, CancellationToken cancellationToken)
    {
        var sources = services.GetRequiredService<SourceCatalog>().All;
        return place switch
        {
            "SOURCE" => [.. sources.Select(source => new KnownWord(source.Name))],
            "TARGET" =>
            [
                .. from source in sources
                   from form in source.Source.TargetForms
                   where form.Contains(':', StringComparison.Ordinal)
                   select new KnownWord($"{SourceTarget.FormOf(form)}:", Beside: source.Name),
            ],
            "JOB" => [.. services.GetRequiredService<PlannedJobs>().All.Select(job => new KnownWord(job.Name))],
            "FIELD" => [.. EditableFields.NamesOfAll.Select(name => new KnownWord(name))],
            _ when await services.GetRequiredService<JournalMigrator>().IsCurrentAsync(cancellationToken) =>
            [
                .. (await services.GetRequiredService<RunHistory>().ListAsync(source: null, RunsOffered, cancellationToken))
                    .Select(run => new KnownWord(run.Id.ToString(CultureInfo.InvariantCulture))),
            ],
            _ => [],
        };
    }

    /// <param name="Beside">Offered only where this word stands on the line; null anywhere.</param>
    private sealed record KnownWord(string Text, string? Beside = null);
}
