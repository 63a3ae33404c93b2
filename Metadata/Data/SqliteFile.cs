namespace Metadata.Data;

/// <summary>A database of SQLite as files: itself and the logs beside it.</summary>
internal static class SqliteFile
{
    private static readonly string[] Logs = ["-journal", "-wal", "-shm"];

    /// <summary>Removes a database that was not finished. Its logs too: SQLite would play them into the next one of that
    /// name.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        foreach (var log in Logs)
        {
            File.Delete(path + log);
        }
    }

    /// <summary>Returns when the database will survive a power cut.</summary>
    public static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
