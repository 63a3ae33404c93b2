using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Scraper.Editing;

/// <summary>scraper title: how a raw title is read, and why.</summary>
internal sealed class TitleCommand(CommandContext context)
{
    private const string Stream = "-";

    private readonly Argument<string[]> _words = new("TITLE")
    {
        Description = "The title as uploaded, or \"-\" to read one per line, optionally with TAB and seconds.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> _duration = new("--duration") { Description = "Length of the video.", HelpName = "SECONDS" };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    public Command Create()
    {
        var command = new EditorCommand(
                "title", "Explains how a raw title is read: which film, which year, which kind, by which rules.",
                "scraper title \"Иваново детство (1962) BDRip 1080p\" --duration 5700",
                "cut -f2 titles.tsv | scraper title -")
        {
            _words, _duration, _json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var title = string.Join(' ', parsed.GetValue(_words)!);
        var year = TimeProvider.System.GetUtcNow().Year;
        if (title == Stream)
        {
            await ExplainLinesAsync(context.Terminal, year, cancellationToken);
            return ExitCode.Done;
        }

        var explanation = TitleExplainer.Explain(title, Seconds(parsed.GetValue(_duration)), year);
        if (parsed.GetValue(_json))
        {
            CliJson.Write(context.Terminal.Out, explanation, CliJson.Readable.TitleExplanation);
        }
        else
        {
            Write(context.Terminal, explanation);
        }

        return ExitCode.Done;
    }

    private static async Task ExplainLinesAsync(Terminal terminal, int year, CancellationToken cancellationToken)
    {
        while (await terminal.In.ReadLineAsync(cancellationToken) is { } line)
        {
            var (title, duration) = Split(line);
            CliJson.Write(terminal.Out, TitleExplainer.Explain(title, duration, year), CliJson.Readable.TitleExplanation);
            await terminal.Out.FlushAsync(cancellationToken);
        }
    }

    private static (string Title, TimeSpan? Duration) Split(string line)
    {
        var tab = line.LastIndexOf('\t');
        return tab >= 0 && double.TryParse(line[(tab + 1)..].Trim(), CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < int.MaxValue
            ? (line[..tab], TimeSpan.FromSeconds(seconds))
            : (line.TrimEnd('\t'), null);
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static void Write(Terminal terminal, TitleExplanation read)
    {
        var facts = new Grid().AddColumn().AddColumn();
        Add("Title", read.Title ?? "(none found)");
        Add("Original", read.OriginalTitle);
        Add("Year", read.Year?.ToString(CultureInfo.InvariantCulture));
        Add("Season", read.Season?.ToString(CultureInfo.InvariantCulture));
        Add("Episode", read.Episode?.ToString(CultureInfo.InvariantCulture));
        Add("Kind", string.Create(CultureInfo.InvariantCulture, $"{read.Kind.ToString().ToLowerInvariant()}, {read.Confidence:0%} sure"));
        for (var i = 0; i < read.Rules.Count; i++)
        {
            Add(i == 0 ? "Rules" : "", string.Create(CultureInfo.InvariantCulture, $"{i + 1,2}. {read.Rules[i]}"));
        }

        terminal.OutScreen().Write(facts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                facts.AddRow(new Text(name), new Text(value));
            }
        }
    }
}
