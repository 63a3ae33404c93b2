using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>Brings the journal's tables up to date before anything else touches them.</summary>
internal sealed partial class JournalMigrator(JournalStore store, TimeProvider clock, ILogger<JournalMigrator> logger)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    private volatile bool _isCurrent;

    /// <summary>Whether the tables are there, as this version needs them.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        if (_isCurrent || (store.File is { } file && !File.Exists(file)))
        {
            return _isCurrent;
        }

        var db = store.Open();
        await using (db)
        {
            return _isCurrent = await IsCurrentAsync(db, cancellationToken);
        }
    }

    public async Task EnsureCurrentAsync(CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            if (store.File is { } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
                if (File.Exists(file) && await IsCurrentAsync(db, cancellationToken))
                {
                    return;
                }

                await MigrateFileAsync(db, file, cancellationToken);
                return;
            }

            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    private static async Task<bool> IsCurrentAsync(JournalDb db, CancellationToken cancellationToken) =>
        !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    /// <summary>EF guards migrations by a row that outlives a killed process and would stop every later start. A lock on
    /// a file ends with its process, so under it a row found is a dead one's.</summary>
    private async Task MigrateFileAsync(JournalDb db, string file, CancellationToken cancellationToken)
    {
        using var guard = await LockAsync($"{file}.migrating", cancellationToken);
        if (File.Exists(file))
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        LogMigrated(file);
    }

    private async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LockPause, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The journal {File} is up to date.")]
    private partial void LogMigrated(string file);
}
