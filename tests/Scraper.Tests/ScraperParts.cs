using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Operations;
using Scraper.Sources;

namespace Scraper.Tests;

/// <summary>The Scraper's real parts over a journal of their own, with a scripted source. Parts made with the same
/// directory share a journal, as two processes would.</summary>
internal sealed class ScraperParts : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly IHost _host;
    private readonly string? _ownDirectory;

    private ScraperParts(IHost host, string directory, string? ownDirectory) =>
        (_host, Directory, _ownDirectory) = (host, directory, ownDirectory);

    public string Directory { get; }

    public static async Task<ScraperParts> CreateAsync(
        ISource source, Uri? metadata = null, string? directory = null, TimeProvider? clock = null,
        Dictionary<string, string?>? settings = null, SourceOptions? options = null, params ISource[] others)
    {
        var own = directory is null ? System.IO.Directory.CreateTempSubdirectory("scraper-").FullName : null;
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.AddScraper();
        Adjust(builder, source, metadata, directory ?? own!, settings ?? [], options, others);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        var parts = new ScraperParts(builder.Build(), directory ?? own!, own);
        await parts.Get<JournalMigrator>().EnsureCurrentAsync(CancellationToken.None);
        return parts;
    }

    /// <summary>Settings and source of a test, on top of what the Scraper registers.</summary>
    public static void Adjust(
        IHostApplicationBuilder builder, ISource source, Uri? metadata, string directory,
        Dictionary<string, string?> settings, SourceOptions? options = null, params ISource[] others)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = directory,
            ["Metadata:BaseUrl"] = metadata?.ToString() ?? "http://127.0.0.1:9",
            ["Publishing:IdlePause"] = "00:00:00.05",
            ["Publishing:FirstRetryPause"] = "00:00:00.05",
            ["Publishing:Patience"] = "00:00:00.3",
            ["Starter:Path"] = "none.tsv",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(new SourceCatalog(
        [
            new ConfiguredSource(source, options ?? new SourceOptions()),
            .. others.Select(other => new ConfiguredSource(other, new SourceOptions())),
        ]));
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public JournalDb OpenJournal() => Get<JournalStore>().Open();

    public Task<RunOutcome> CollectAsync(
        ISource source, string target = "list:a", int? limit = null, CancellationToken cancellationToken = default) =>
        CollectAsync(source, [target], limit, cancellationToken);

    public Task<RunOutcome> CollectAsync(
        ISource source, IEnumerable<string> targets, int? limit = null, CancellationToken cancellationToken = default) =>
        Get<SourceRunner>().RunAsync(
            new RunRequest(source.Name, source, [.. targets.Select(source.ReadTarget)], limit),
            new Progress<RunProgress>(), cancellationToken);

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownDirectory is not null)
        {
            System.IO.Directory.Delete(_ownDirectory, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
