using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Enriching;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Takes in the starter catalogue: at the first start, and again only when the file has changed.</summary>
internal sealed partial class StarterLoader(
    JournalStore store, StarterFile file, SourceCatalog sources, SourceRunner runner,
    IOptions<StarterOptions> options, TimeProvider clock, ILogger<StarterLoader> logger)
{
    /// <summary>Its name among the runs.</summary>
    public const string RunName = "starter";

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled || !file.Exists || sources.Find("file")?.Source is not { } reader)
        {
            return;
        }

        var hash = await file.HashAsync(cancellationToken);
        var db = store.Open();
        await using (db)
        {
            if (await db.StarterLoads.AnyAsync(load => load.ContentHash == hash, cancellationToken))
            {
                return;
            }

            var request = new RunRequest(RunName, reader, [reader.ReadTarget(file.Path)], Limit: null);
            var outcome = await runner.RunAsync(request, new Progress<RunProgress>(), cancellationToken);
            if (outcome.Run is not { Status: RunStatus.Done } run)
            {
                LogNotLoaded(file.Path, outcome.Run?.Message ?? $"held by {outcome.Holder?.Owner}");
                return;
            }

            db.StarterLoads.Add(new StarterLoad { ContentHash = hash, LoadedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
            LogLoaded(run.Films, file.Path);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The starter catalogue is in: {Films} films of {Path}.")]
    private partial void LogLoaded(int films, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The starter catalogue {Path} is not in yet: {Reason}")]
    private partial void LogNotLoaded(string path, string reason);
}
