using System.Globalization;

namespace Scraper.Journal;

/// <summary>Names this process so that another on the same machine can tell whether it still lives.</summary>
/// <param name="Space">Machine and, on Linux, the space its process ids count in: a container has its own.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="StartedAt">Ticks of its start, since ids are used again.</param>
internal sealed record ProcessIdentity(string Space, int ProcessId, long StartedAt)
{
    private const string PidNamespace = "/proc/self/ns/pid";

    public static ProcessIdentity OfThisProcess { get; } = Read();

    public static ProcessIdentity? Parse(string owner)
    {
        var parts = owner.Split('|');
        return parts.Length >= 3
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var started)
            ? new ProcessIdentity(parts[0], id, started)
            : null;
    }

    /// <summary>True only when it can be seen from here that the process is gone.</summary>
    public bool IsGone()
    {
        if (Space != OfThisProcess.Space)
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(ProcessId);
            return process.HasExited || process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond != StartedAt;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Space}|{ProcessId}|{StartedAt}");

    private static ProcessIdentity Read()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var space = File.Exists(PidNamespace) ? new FileInfo(PidNamespace).LinkTarget : null;
        // Whole seconds, because the system's start time is worked out from ticks of its clock and wavers a little.
        return new ProcessIdentity(
            $"{Environment.MachineName}/{space}", Environment.ProcessId,
            process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond);
    }
}
