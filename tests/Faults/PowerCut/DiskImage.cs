using Faults.Rig;

namespace Faults.PowerCut;

/// <summary>A disk of ext4 in a file. What its file system was not told to keep is not in the file: a copy of the file is
/// the disk as a power cut would leave it.</summary>
internal sealed class DiskImage : IDisposable
{
    private const string Memory = "/dev/shm";

    // Memory, so that nothing but the service's own calls decides when something is kept.
    private readonly string _folder =
        Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"onlinecinema-cut-{Guid.NewGuid():N}");

    private int _cuts;

    public DiskImage()
    {
        Directory.CreateDirectory(_folder);
        var (code, errors) = Machine.Run("sh", "-c", $"truncate -s 96M {Current} && mkfs.ext4 -q -F {Current}");
        if (code != 0)
        {
            throw new InvalidOperationException($"No disk image could be made: {errors}");
        }
    }

    private string Current => Path.Combine(_folder, $"disk-{_cuts}");

    /// <summary>The shell command that mounts the disk; it writes nothing back by itself for five minutes.</summary>
    public string Mount(string directory) => $"mount -o loop,commit=300 {Current} {directory}";

    /// <summary>From now on the disk is as a power cut at this moment would leave it.</summary>
    public async Task CutAsync(MetadataProcess process)
    {
        await process.SignalAsync("STOP");
        var before = Current;
        _cuts++;
        File.Copy(before, Current);
        await process.KillAsync();
        File.Delete(before);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
