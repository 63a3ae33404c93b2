using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Data;

/// <summary>Copies of SQLite's file from before its migrations, beside it: movies.db.20261121T142000Z-before-NAME.backup,
/// where NAME is the first migration that the copy lacks. The last few are kept.</summary>
internal sealed partial class SqliteBackups(DatabaseAddress address, TimeProvider clock, ILogger<SqliteBackups> logger)
{
    public const int Kept = 3;

    private const string Suffix = ".backup";

    /// <summary>Copies the database and returns the copy's path.</summary>
    public async Task<string> MakeAsync(MoviesDb db, string migration, CancellationToken cancellationToken)
    {
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var backup = $"{address.File}.{time}-before-{migration}{Suffix}";

        // Under another name until it is whole, so that every backup is one.
        var unfinished = $"{address.File}.copying";
        SqliteFile.Delete(unfinished);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {unfinished}", cancellationToken);
        File.SetUnixFileMode(unfinished, File.GetUnixFileMode(address.File));
        SqliteFile.Sync(unfinished);
        File.Move(unfinished, backup, overwrite: true);
        BackedUp(backup, new FileInfo(backup).Length / 1_000_000d);
        return backup;
    }

    public void RemoveOld()
    {
        var name = Path.GetFileName(address.File);
        var all = Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(address.File))!, $"{name}.*{Suffix}");
        foreach (var old in all.OrderDescending(StringComparer.Ordinal).Skip(Kept))
        {
            File.Delete(old);
        }
    }

    [LoggerMessage(LogLevel.Information, "Backup before migrating: {Backup} ({Megabytes:0.0} MB)")]
    private partial void BackedUp(string backup, double megabytes);
}
