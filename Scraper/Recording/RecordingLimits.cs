using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Journal;

namespace Scraper.Recording;

/// <summary>Keeps the recordings within their bounds: what is too old goes, then the oldest until the rest fits. A run that
/// is open or quarantined keeps its own whatever happens.</summary>
internal sealed class RecordingLimits(
    RecordingFolder folder, JournalStore store, IOptions<RecordingOptions> options, IOptions<JournalOptions> journal,
    TimeProvider clock)
{
    private const long Megabyte = 1024 * 1024;

    public bool IsRecording => options.Value.Enabled;

    public long MaxBytes => options.Value.MaxMegabytes * Megabyte;

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var files = folder.List();
        var total = files.Sum(file => file.Bytes);
        var oldest = clock.GetUtcNow() - options.Value.MaxAge;
        if (total <= MaxBytes && files.All(file => file.WrittenAt >= oldest))
        {
            return;
        }

        var db = store.Open();
        await using (db)
        {
            var open = await OpenRunsAsync(db, cancellationToken);
            List<string> dropped = [];
            foreach (var file in files.Where(file => !open.Contains(file.RunId)))
            {
                if (total > MaxBytes || file.WrittenAt < oldest)
                {
                    File.Delete(folder.PathOf(file.Name));
                    dropped.Add(file.Name);
                    total -= file.Bytes;
                }
            }

            await db.FetchedUrls.Where(url => dropped.Contains(url.File)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task<HashSet<int>> OpenRunsAsync(JournalDb db, CancellationToken cancellationToken)
    {
        var resumable = clock.GetUtcNow() - journal.Value.ResumeWithin;
        var open = db.Runs.Where(run => run.Status == RunStatus.Running || run.Status == RunStatus.Quarantined
            || (run.Status == RunStatus.Stopped && run.StartedAt >= resumable));
        return await open.Select(run => run.Id).ToHashSetAsync(cancellationToken);
    }
}
