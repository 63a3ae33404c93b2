using System.Runtime.InteropServices;

namespace Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        var disk = new DriveInfo(Path.GetTempPath()).DriveFormat;
        return $"{Environment.ProcessorCount} cores ({Processor()}), {Math.Round(memory)} GB, databases on {disk}, "
            + $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, load before the run {Load()}";
    }

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1] ?? "unknown";

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
