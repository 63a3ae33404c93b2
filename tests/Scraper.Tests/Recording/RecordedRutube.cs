using Hosts;
using Microsoft.Extensions.Configuration;
using Scraper.Editing;
using Scraper.Tests.Editing;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Recording;

/// <summary>The command line over a stub of Rutube and of Metadata, with the sources as the program makes them.</summary>
internal sealed class RecordedRutube : IAsyncDisposable
{
    public const string Target = "search:фильм";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("scraper-recorded-");

    private RecordedRutube(StubRutube host, StubMetadata metadata) => (Host, Metadata) = (host, metadata);

    public StubRutube Host { get; }

    public StubMetadata Metadata { get; }

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>A file in the data directory.</summary>
    public string File(string name) => Path.Combine(_directory.FullName, name);

    /// <summary>Files of recordings, oldest first.</summary>
    public IReadOnlyList<string> Recordings =>
        [.. Directory.GetFiles(File("recorded")).Order(StringComparer.Ordinal)];

    public static async Task<RecordedRutube> StartAsync() => new(
        await StubRutube.StartAsync(StubFilms.All), await StubMetadata.StartAsync())
    {
        Host = { PageSize = 3 },
        Settings = { ["Network:AllowPrivateAddresses"] = "true" },
    };

    /// <summary>From now on every address on this machine is forbidden, which the stub's is.</summary>
    public void ForbidNetwork() => Settings["Network:AllowPrivateAddresses"] = "false";

    public Task<CommandResult> ScrapeAsync(params string[] more) =>
        RunAsync(["scrape", "rutube", "--target", Target, "--json", .. more]);

    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var context = new CommandContext(new Terminal(TextReader.Null, output, error, IsInteractive: false), builder =>
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(Settings, StringComparer.Ordinal)
            {
                ["DataDirectory"] = _directory.FullName,
                ["Metadata:BaseUrl"] = Metadata.Url.ToString(),
                ["Publishing:IdlePause"] = "00:00:00.05",
                ["Starter:Path"] = Settings.GetValueOrDefault("Starter:Path", "none.tsv"),
                ["Sources:rutube:BaseUrl"] = Host.Host.BaseUrl.ToString(),
                ["Sources:rutube:DelayMilliseconds"] = "0",
            }));
        var code = await new EditorCli(context).RunAsync(arguments, CancellationToken.None);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Metadata.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }
}
