using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Gateway.Site.Posters;

/// <summary>Pictures kept on disk under DataDirectory/posters, within a fixed room. File names are hashes of addresses,
/// so nothing a host or visitor says becomes part of a path.</summary>
internal sealed partial class PictureShelf(
    IConfiguration configuration, IOptions<PosterOptions> options, ILogger<PictureShelf> logger)
{
    private readonly string _folder = Path.GetFullPath(Path.Combine(
        configuration["DataDirectory"] is { Length: > 0 } data ? data : "data", "posters"));

    private readonly Lock _lock = new();
    private long _bytes = -1;

    /// <summary>The picture of an address, null when it is not kept.</summary>
    public async Task<Picture?> FindAsync(Uri address, CancellationToken cancellationToken)
    {
        foreach (var type in PictureType.All)
        {
            try
            {
                return new Picture(await File.ReadAllBytesAsync(PathOf(address, type), cancellationToken), type);
            }
            catch (IOException absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
            {
                continue;
            }
        }

        return null;
    }

    /// <summary>Keeps a picture. A full or read-only disk is reported and costs no more than fetching again.</summary>
    public void Keep(Uri address, Picture picture)
    {
        try
        {
            lock (_lock)
            {
                Directory.CreateDirectory(_folder);
                MakeRoom(picture.Bytes.Length);
                var path = PathOf(address, picture.Type);
                File.WriteAllBytes($"{path}.new", picture.Bytes);
                File.Move($"{path}.new", path, overwrite: true);
                _bytes += picture.Bytes.Length;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            NotKept(_folder, failure);
        }
    }

    /// <summary>A tenth more than needed goes at once, so that the folder is not read for every picture.</summary>
    private void MakeRoom(long needed)
    {
        var room = options.Value.MaxShelfBytes;
        if (_bytes >= 0 && _bytes + needed <= room)
        {
            return;
        }

        var files = new DirectoryInfo(_folder).GetFiles().OrderBy(file => file.LastWriteTimeUtc).ToList();
        _bytes = files.Sum(file => file.Length);
        var goal = _bytes + needed <= room ? long.MaxValue : room - needed - (room / 10);
        foreach (var file in files.TakeWhile(_ => _bytes > goal))
        {
            _bytes -= file.Length;
            file.Delete();
        }
    }

    private string PathOf(Uri address, PictureType type)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)).AsSpan(0, 16));
        return Path.Combine(_folder, name + type.Extension);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture could not be kept in {Folder}, it is fetched again")]
    private partial void NotKept(string folder, Exception exception);
}
