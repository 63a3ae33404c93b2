using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Gateway.Site.Posters;

/// <summary>Pictures kept on disk under DataDirectory/posters, within a fixed room. File names are hashes of addresses,
/// so nothing a host or visitor says becomes part of a path.</summary>
internal sealed partial class PictureShelf
{
    private const int KeyBytes = 16;

    private readonly string _folder;
    private readonly IOptions<PosterOptions> _options;
    private readonly ILogger<PictureShelf> _logger;
    private readonly ConcurrentDictionary<string, ShelvedPicture> _kept = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _bytes;

    public PictureShelf(IConfiguration configuration, IOptions<PosterOptions> options, ILogger<PictureShelf> logger)
    {
        (_options, _logger) = (options, logger);
        _folder = Path.GetFullPath(Path.Combine(
            configuration["DataDirectory"] is { Length: > 0 } data ? data : "data", "posters"));
        foreach (var file in Files())
        {
            Remember(file.Name);
            _bytes += file.Length;
        }
    }

    /// <summary>What is known of the picture of an address, null when it is not kept.</summary>
    public ShelvedPicture? Look(Uri address) => _kept.GetValueOrDefault(Key(address));

    /// <summary>The picture of an address for a width, null when it is not kept.</summary>
    public async Task<Picture?> FindAsync(Uri address, int width, CancellationToken cancellationToken)
    {
        var key = Key(address);
        if (!_kept.TryGetValue(key, out var kept))
        {
            return null;
        }

        try
        {
            var path = Path.Combine(_folder, kept.FileName(key, kept.WidthFor(width)));
            return Picture.Read(await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (IOException absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            _kept.TryRemove(key, out _);
            return null;
        }
    }

    /// <summary>Keeps a picture. A full or read-only disk is reported and costs no more than fetching again.</summary>
    public void Keep(Uri address, PictureSet set)
    {
        try
        {
            lock (_lock)
            {
                Directory.CreateDirectory(_folder);
                MakeRoom(set.Pictures.Sum(picture => (long)picture.Picture.Bytes.Length));
                Write(Key(address), set);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NotKept(_folder, failure);
        }
    }

    private void Write(string key, PictureSet set)
    {
        var widths = set.Pictures.Select(picture => picture.Width).ToList();
        var shelved = new ShelvedPicture(set.Version, set.Color, set.Pictures[0].Picture.Type, widths);
        foreach (var (width, picture) in set.Pictures)
        {
            var path = Path.Combine(_folder, shelved.FileName(key, width));
            File.WriteAllBytes($"{path}.new", picture.Bytes);
            File.Move($"{path}.new", path, overwrite: true);
            _bytes += picture.Bytes.Length;
        }

        _kept[key] = shelved;
    }

    /// <summary>A tenth more than needed goes at once, so that the folder is not read for every picture.</summary>
    private void MakeRoom(long needed)
    {
        var room = _options.Value.MaxShelfBytes;
        if (_bytes + needed <= room)
        {
            return;
        }

        var files = Files().OrderBy(file => file.LastWriteTimeUtc).ToList();
        _bytes = files.Sum(file => file.Length);
        var goal = room - needed - (room / 10);
        foreach (var file in files.TakeWhile(_ => _bytes > goal))
        {
            _bytes -= file.Length;
            file.Delete();
            if (ShelvedPicture.Read(file.Name) is { } gone)
            {
                _kept.TryRemove(gone.Key, out _);
            }
        }
    }

    private FileInfo[] Files() => Directory.Exists(_folder) ? new DirectoryInfo(_folder).GetFiles() : [];

    private void Remember(string fileName)
    {
        if (ShelvedPicture.Read(fileName) is not { } file)
        {
            return;
        }

        // Of two versions of a picture, which only a cut can leave behind, one is as good as the other.
        _kept[file.Key] = _kept.TryGetValue(file.Key, out var known) && known.Version == file.Picture.Version
            ? known with { Widths = [.. known.Widths.Concat(file.Picture.Widths).Order()] }
            : file.Picture;
    }

    private static string Key(Uri address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)).AsSpan(0, KeyBytes));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture could not be kept in {Folder}, it is fetched again")]
    private partial void NotKept(string folder, Exception exception);
}
