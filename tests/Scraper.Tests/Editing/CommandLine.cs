using System.Text.Json;
using Scraper.Editing;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing;

/// <summary>The command line as a shell would call it, in this process, with a scripted source and a data directory of its own.</summary>
internal sealed class CommandLine(ISource? source = null, Uri? metadata = null) : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("scraper-cli-").FullName;

    public SourceOptions? Options { get; init; }

    /// <summary>A person looks at it.</summary>
    public bool IsInteractive { get; init; }

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, string input = "", CancellationToken cancellationToken = default)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(new StringReader(input), output, error, IsInteractive);
        var context = new CommandContext(
            terminal,
            builder => ScraperParts.Adjust(builder, source ?? new ScriptedSource(), metadata, Directory, Settings, Options));
        var code = await new EditorCli(context).RunAsync(arguments, cancellationToken);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(arguments, input: "");

    /// <summary>A file in the data directory.</summary>
    public string File(string name) => Path.Combine(Directory, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}

internal sealed record CommandResult(int Code, string Out, string Error)
{
    /// <summary>What was printed, with single blanks between the cells of a table.</summary>
    public string Table => string.Concat(Out
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => $"{string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n"));

    /// <summary>The answer as JSON; fails when it is anything but one document.</summary>
    public JsonElement Json() => JsonDocument.Parse(Out).RootElement;

    public IReadOnlyList<string> Keys() => [.. Json().EnumerateObject().Select(property => property.Name)];
}
