namespace Scraper.Editing;

/// <summary>A file that appears under its name when it is whole, and not before. What stood there stays until then.</summary>
internal sealed class NewFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private bool _isKept;

    private NewFile(string path)
    {
        _path = path;
        _draft = $"{path}.{Environment.ProcessId}.part";
        Stream = new FileStream(_draft, FileMode.Create, FileAccess.Write, FileShare.None);
    }

    public FileStream Stream { get; }

    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public static NewFile Create(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"{path} is a directory. Name a file in it.");
        }

        try
        {
            return new NewFile(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Nothing can be written to {path} ({refused.Message}). Check the directory and its permissions.");
        }
    }

    /// <summary>Gives the file its name, once it is on the disk.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await Stream.FlushAsync(cancellationToken);
        Stream.Flush(flushToDisk: true);
        await Stream.DisposeAsync();
        File.Move(_draft, _path, overwrite: true);
        _isKept = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (!_isKept)
        {
            File.Delete(_draft);
        }
    }
}
