using System.CommandLine;
using System.CommandLine.Help;
using Metadata.Client;
using Scraper.Editing.Changes;
using Scraper.Editing.Completing;
using Scraper.Editing.Enrichment;
using Scraper.Editing.Exchange;
using Scraper.Editing.Exclusions;
using Scraper.Editing.Links;
using Scraper.Editing.Movies;
using Scraper.Editing.Planning;
using Scraper.Editing.Replaying;
using Scraper.Editing.Reviews;
using Scraper.Editing.Runs;
using Scraper.Editing.Upkeep;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>The command line: finds the command, runs it, and turns whatever goes wrong into a message and an exit code.</summary>
internal sealed class EditorCli
{
    private readonly CommandContext _context;
    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Tell more: the log, and the details of an unexpected failure.",
        Recursive = true,
    };

    private readonly Command _root;

    public EditorCli(CommandContext context)
    {
        _context = context;
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        var completion = new CompletionCommands(context);
        _root = new Command("scraper", "Collects films from video hosts and keeps the catalogue supplied with them.")
        {
            new ServeCommand(context).Create(),
            new SourcesCommands(context).Create(),
            new ScrapeCommand(context).Create(),
            new ApplyCommand(context).Create(),
            new ReplayCommand(context).Create(),
            new ScheduleCommands(context).Create(),
            new RunsCommands(context).Create(),
            new ReviewCommands(context).Create(),
            new MoviesCommands(context).Create(),
            new ExcludeCommands(context).Create(),
            new LinksCommands(context).Create(),
            new EnrichCommand(context).Create(),
            new ChangesCommand(context).Create(),
            new UndoCommand(context).Create(),
            new ExportCommand(context).Create(),
            new ImportCommand(context).Create(),
            new BackupCommand(context).Create(),
            new RestoreCommand(context).Create(),
            new DoctorCommand(context).Create(),
            new TitleCommand(context).Create(),
            completion.CreateCompletion(),
            _verbose,
            help,
        };
        _root.Add(completion.CreateComplete(_root));
    }

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0)
        {
            await RunAsync(["--help"], cancellationToken);
            return ExitCode.WrongUsage;
        }

        // A title may begin with "@", which would otherwise name a file of arguments.
        var parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not HelpWithExamples && parsed.Errors.Count > 0)
        {
            WriteUsage(parsed);
            return ExitCode.WrongUsage;
        }

        _context.IsVerbose = parsed.GetValue(_verbose);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = _context.Terminal.Out,
                    Error = _context.Terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    // Ctrl-C is handled by Program, without the haste of the library's own handler.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
        }
        catch (Exception failure)
        {
            return Explain(failure, cancellationToken);
        }
    }

    private int Explain(Exception failure, CancellationToken cancellationToken)
    {
        var error = _context.Terminal.Error;
        switch (failure)
        {
            case UsageException usage:
                error.WriteLine(usage.Message);
                return ExitCode.WrongUsage;
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                error.WriteLine("Stopped.");
                return ExitCode.Failed;
            case Exception when SettingException.Explain(failure) is { } explanation:
                error.WriteLine(explanation);
                return ExitCode.Failed;
            case SourceException { Failure: SourceFailure.Contract }:
                error.WriteLine(failure.Message);
                return ExitCode.SourceBroken;
            case IOException or UnauthorizedAccessException:
                error.WriteLine($"The disk or the file refuses: {failure.Message}");
                return ExitCode.Failed;
            case MetadataException or SourceException or LeaseLostException:
                error.WriteLine(failure.Message);
                return ExitCode.Failed;
            default:
                error.WriteLine(_context.IsVerbose
                    ? failure.ToString()
                    : $"Unexpected failure: {failure.Message} (--verbose shows where.)");
                return ExitCode.Failed;
        }
    }

    private void WriteUsage(ParseResult parsed)
    {
        var error = _context.Terminal.Error;
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name)).ToList();
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            // What follows an unknown word may well be right once that word is.
            error.WriteLine($"Unknown word \"{word}\". Did you mean \"{NearestName.Of(word, known)}\"?");
        }
        else
        {
            foreach (var mistake in parsed.Errors)
            {
                error.WriteLine(mistake.Message);
            }
        }

        var commands = command.Subcommands.Count > 0
            ? $"Commands: {string.Join(", ", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name))}. " : "";
        error.WriteLine($"{commands}See \"{PathOf(parsed)} --help\".");
    }

    private static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Push(result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
