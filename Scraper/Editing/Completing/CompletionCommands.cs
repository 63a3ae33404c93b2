using System.CommandLine;
using System.CommandLine.Parsing;

namespace Scraper.Editing.Completing;

/// <summary>scraper completion, and what the shells ask afterwards.</summary>
internal sealed class CompletionCommands(CommandContext context)
{
    private readonly KnownWords _known = new(context);

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh, fish or pwsh." };

    private readonly Option<string> _line = new("--line") { Required = true };

    public Command CreateCompletion()
    {
        _shell.AcceptOnlyFromAmong([.. Shell.Names]);
        var completion = new EditorCommand(
            "completion", "Prints what a shell needs to complete commands, options, sources and runs.",
            "eval \"$(scraper completion bash)\"        # in ~/.bashrc",
            "eval \"$(scraper completion zsh)\"         # in ~/.zshrc, after compinit",
            "scraper completion fish | source         # in ~/.config/fish/config.fish",
            "scraper completion pwsh | Out-String | Invoke-Expression    # in $PROFILE")
        {
            _shell,
        };
        completion.SetAction(parsed => context.Terminal.Out.WriteLine(Shell.Script(parsed.GetValue(_shell)!)));
        return completion;
    }

    /// <summary>Asked by shells, not by people.</summary>
    /// <param name="root">Has all other commands.</param>
    public Command CreateComplete(Command root)
    {
        _known.Attach(root);
        var complete = new Command("complete", "What may come next on a line.") { _line };
        complete.Hidden = true;
        complete.SetAction(async (parsed, cancellationToken) =>
        {
            var line = parsed.GetValue(_line)!;
            var words = After(root, line);
            if (await _known.LoadMissedAsync(cancellationToken))
            {
                words = After(root, line);
            }

            foreach (var word in words)
            {
                await context.Terminal.Out.WriteLineAsync(word);
            }
        });
        return complete;
    }

    private static IReadOnlyList<string> After(Command root, string line)
    {
        // The first word is the command by whatever name it was called.
        var words = CommandLineParser.SplitCommandLine(line).Skip(1).ToList();
        var begun = line.Length > 0 && !char.IsWhiteSpace(line[^1]) && words.Count > 0 ? words[^1] : "";
        if (begun.Length == 0)
        {
            words.Add("");
        }

        var parsed = root.Parse(words);
        if (parsed.UnmatchedTokens.Any(word => word != begun))
        {
            return [];
        }

        return
        [
            .. (OptionBefore(parsed, words) is { } option
                    ? option.CompletionSources.SelectMany(source => source(parsed.GetCompletionContext()))
                    : parsed.GetCompletions())
                .Select(item => item.InsertText ?? item.Label)
                .Where(word => word.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                // Options are offered once somebody begins one, and the help's other names never.
                .Where(word => word[0] != '/' && (begun.StartsWith('-') || word[0] != '-'))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The option whose value is being written: the library takes what is begun of one for all of it.</summary>
    private static Option? OptionBefore(ParseResult parsed, List<string> words) => words.Count < 2 ? null
        : parsed.CommandResult.Command.Options.FirstOrDefault(option =>
            option.Arity.MinimumNumberOfValues > 0
            && (option.Name == words[^2] || option.Aliases.Contains(words[^2], StringComparer.Ordinal)));
}
