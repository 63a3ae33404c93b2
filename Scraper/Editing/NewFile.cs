namespace Scraper.Editing;

/// <summary>A file that appears under its name when it is whole, and not before. What stood there stays until then.</summary>
internal sealed class NewFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly bool _replaces;
    private bool _isKept;

    private NewFile(string path, bool replaces)
    {
        (_path, _replaces) = (path, replaces);
        _draft = $"{path}.{Environment.ProcessId}.part";
        Stream = new FileStream(_draft, FileMode.Create, FileAccess.Write, FileShare.None);
    }

    public FileStream Stream { get; }

    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public static NewFile Create(string path) => Create(path, replaces: true);

    /// <summary>The same where nothing stands yet.</summary>
    /// <exception cref="UsageException">Nothing can be written there, or there is a file already.</exception>
    public static NewFile CreateBeside(string path) => File.Exists(path)
        ? throw new UsageException($"The file {path} is there already and is not written over. Name another, or remove it first.")
        : Create(path, replaces: false);

    /// <summary>Gives the file its name, once it is on the disk.</summary>
    /// <exception cref="IOException">Meanwhile somebody else has put a file there that is not to be replaced.</exception>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await Stream.FlushAsync(cancellationToken);
        Stream.Flush(flushToDisk: true);
        await Stream.DisposeAsync();
        File.Move(_draft, _path, overwrite: _replaces);
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

    private static NewFile Create(string path, bool replaces)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"{path} is a directory. Name a file in it.");
        }

        try
        {
            return new NewFile(path, replaces);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Nothing can be written to {path} ({refused.Message}). Check the directory and its permissions.");
        }
    }
}
