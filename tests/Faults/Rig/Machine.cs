using System.Diagnostics;

namespace Faults.Rig;

/// <summary>What this machine lets a test do; null where it does, else the reason why not.</summary>
internal static class Machine
{
    /// <summary>Starts what follows with mounts of its own: they are gone when its last process is.</summary>
    public static IReadOnlyList<string> OwnMounts { get; } = Environment.IsPrivilegedProcess
        ? ["unshare", "--mount", "--propagation", "private"]
        : ["unshare", "--mount", "--propagation", "private", "--map-root-user"];

    private static readonly Lazy<string?> MountsMissing = new(() => Missing(
        [.. OwnMounts, "sh", "-c", "mount -t tmpfs -o size=1m none /mnt"],
        "mounting a tmpfs in a mount namespace of its own, which needs root or user namespaces"));

    private static readonly Lazy<string?> LoopMissing = new(() => MountsMissing.Value ?? Missing(
        [.. OwnMounts, "sh", "-c",
            "mount -t tmpfs -o size=8m none /mnt && truncate -s 6M /mnt/image && mkfs.ext4 -q /mnt/image && mkdir /mnt/disk "
            + "&& mount -o loop /mnt/image /mnt/disk"],
        "mounting an ext4 image, which needs root, mkfs.ext4 and loop devices"));

    private static readonly Lazy<string?> StraceMissing = new(() => Missing(
        ["strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO", "true"],
        "strace (apt-get install strace) and the right to trace"));

    public static string? CannotMount => MountsMissing.Value;

    public static string? CannotMountImages => LoopMissing.Value;

    public static string? CannotTrace => StraceMissing.Value;

    /// <summary>Runs a command to its end.</summary>
    public static (int ExitCode, string Errors) Run(params IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, errors);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (127, missing.Message);
        }
    }

    private static string? Missing(IReadOnlyList<string> trial, string what) => Run(trial) switch
    {
        (0, _) => null,
        var (code, errors) => $"NOT RUN: this machine does not allow {what} (exit code {code}: {errors.Trim()}).",
    };
}

/// <summary>A test that mounts; skipped with the reason where that is not possible.</summary>
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute() => Skip = Machine.CannotMount;
}

/// <summary>A test that mounts disk images; skipped with the reason where that is not possible.</summary>
internal sealed class ImageFactAttribute : FactAttribute
{
    public ImageFactAttribute() => Skip = Machine.CannotMountImages ?? Machine.CannotTrace;
}

/// <summary>A test that makes system calls fail; skipped with the reason where that is not possible.</summary>
internal sealed class TraceFactAttribute : FactAttribute
{
    public TraceFactAttribute() => Skip = Machine.CannotTrace;
}
