using System.Diagnostics;

namespace Journey.Tests.Processes;

/// <summary>How a published program is called: in its own data directory, configured by environment.</summary>
internal static class Invocation
{
    public static ProcessStartInfo Of(
        string program, IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = settings["DataDirectory"],
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return start;
    }
}
