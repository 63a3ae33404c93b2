using System.Globalization;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing.Upkeep;

/// <summary>What can be seen on this machine alone.</summary>
internal static class HereChecks
{
    private const long Gibibyte = 1L << 30;
    private const long ScarceBytes = Gibibyte;
    private const long TooFewBytes = Gibibyte / 10;

    // No released version ran before; a machine without a clock battery wakes up in 1970.
    private const int FirstYear = 2026;

    public static IEnumerable<Finding> Look(IServiceProvider services)
    {
        var directory = Path.GetFullPath(services.GetRequiredService<DataDirectory>().Path);
        yield return Disk(directory);
        yield return Key(services.GetRequiredService<IOptions<MetadataOptions>>().Value, directory);
        yield return Clock(services.GetRequiredService<TimeProvider>().GetUtcNow());
        yield return Sources(services.GetRequiredService<SourceCatalog>());
    }

    private static Finding Disk(string directory)
    {
        var existing = directory;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace;
        var found = string.Create(CultureInfo.InvariantCulture, $"{(double)free / Gibibyte:0.0} GiB free for {directory}");
        return free switch
        {
            < TooFewBytes => Finding.Fail("disk", found, "Free some space: databases stop when the disk is full."),
            < ScarceBytes => Finding.Warn("disk", found, "Free some space before it is needed."),
            _ => Finding.Ok("disk", found),
        };
    }

    private static Finding Key(MetadataOptions options, string directory)
    {
        if (options.ApiKey is { Length: > 0 })
        {
            return Finding.Ok("write key", "set by Metadata:ApiKey");
        }

        var path = Path.Combine(directory, ApiKeyFile.Name);
        if (!File.Exists(path))
        {
            return Finding.Warn(
                "write key", $"{path} is not there yet",
                "It is made by whichever service starts first. On two machines set Metadata__ApiKey on both.");
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & others) == UnixFileMode.None
            ? Finding.Ok("write key", path)
            : Finding.Warn("write key", $"{path} can be read by others", $"chmod 600 {path}");
    }

    private static Finding Clock(DateTimeOffset now)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        return now.Year < FirstYear
            ? Finding.Fail("clock", found, "Set the clock; certificates and schedules depend on it.")
            : Finding.Ok("clock", found);
    }

    private static Finding Sources(SourceCatalog catalog)
    {
        var scheduled = catalog.All.Where(source => source.IsScheduled()).Select(source => source.Name).ToList();
        return scheduled.Count > 0
            ? Finding.Ok("sources", $"scheduled: {string.Join(", ", scheduled)}")
            : Finding.Warn(
                "sources", "none is enabled and told what to read",
                "Set Sources:NAME:Enabled and Sources:NAME:Targets:0; see \"scraper sources list\".");
    }
}
