using Spectre.Console;

namespace Scraper.Editing;

/// <summary>Where a command reads and writes. Answers go to the output, everything said about them to the error stream.</summary>
/// <param name="IsInteractive">A person looks at it: lines around tables and questions are welcome.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool IsInteractive)
{
    /// <summary>Width for tables that a program reads; nothing may be wrapped or cut there.</summary>
    private const int UnboundedWidth = 1000;

    private const int ShortCell = 11;

    /// <summary>What the error stream shows at its foot while work goes on; null where nobody looks at it.</summary>
    public FootedWriter? Foot { get; init; }

    /// <summary>Whether a person wants colours.</summary>
    public bool HasColours { get; init; } = true;

    public static Terminal OfThisProcess()
    {
        var isPlain = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var foot = isPlain || Console.IsErrorRedirected ? null : new FootedWriter(Console.Error, () => Console.WindowWidth);
        if (foot is not null)
        {
            // The log writes there too.
            Console.SetError(foot);
        }

        return new Terminal(
            Console.In, Console.Out, Console.Error, !isPlain && !Console.IsOutputRedirected && !Console.IsErrorRedirected)
        {
            Foot = foot,
            HasColours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    public IAnsiConsole OutScreen() => Screen(Out);

    public IAnsiConsole ErrorScreen() => Screen(Error);

    /// <summary>Prints rows under their headings: with lines for a person, plain for a program.</summary>
    public void WriteTable(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(IsInteractive ? TableBorder.Rounded : TableBorder.None);
        var lines = rows.ToList();
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = new Text(headings[i], IsInteractive && HasColours ? new Style(decoration: Decoration.Bold) : null);
            // What is short, a number above all, is not broken to make room for what is long.
            var isShort = lines.All(row => row[i].Length <= ShortCell) && headings[i].Length <= ShortCell;
            table.AddColumn(new TableColumn(heading) { NoWrap = isShort });
        }

        foreach (var row in lines)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        OutScreen().Write(table);
    }

    public void TellDryRun() => Error.WriteLine("DRY RUN, nothing written");

    /// <summary>Asks a person before something that is hard to take back; a program is not asked.</summary>
    public async Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken)
    {
        if (!IsInteractive)
        {
            return true;
        }

        await Error.WriteAsync($"{question} [y/N] ");
        await Error.FlushAsync(cancellationToken);
        // A read from the keyboard cannot be cancelled, only left behind.
        var answer = await Task.Run(In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (answer?.Trim().ToUpperInvariant() is "Y" or "YES" or "Д" or "ДА")
        {
            return true;
        }

        await Error.WriteLineAsync("Nothing was changed.");
        return false;
    }

    private IAnsiConsole Screen(TextWriter writer)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsInteractive && HasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsInteractive)
        {
            screen.Profile.Width = UnboundedWidth;
        }

        return screen;
    }
}
