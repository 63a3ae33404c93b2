using System.Diagnostics;
using System.Globalization;

namespace Faults.Rig;

/// <summary>System calls of a running process that fail on purpose, while this is not disposed.</summary>
internal sealed class Injection : IAsyncDisposable
{
    private readonly Process _strace;
    private readonly string _trace;

    private Injection(Process strace, string trace)
    {
        _strace = strace;
        _trace = trace;
    }

    /// <param name="calls">The calls, comma separated.</param>
    /// <param name="effect">As strace takes it: "error=EIO".</param>
    /// <param name="call">Which one fails, counted from 1 in each thread.</param>
    public static async Task<Injection> IntoAsync(MetadataProcess process, string calls, string effect, int call)
    {
        var trace = Path.GetTempFileName();
        var id = (await process.IdAsync()).ToString(CultureInfo.InvariantCulture);
        var strace = Process.Start(new ProcessStartInfo(
            "strace", ["-f", "-o", trace, "-e", $"trace={calls}", "-e", $"inject={calls}:{effect}:when={call}", "-p", id])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        // It says so once it holds all threads.
        var said = await strace.StandardError.ReadLineAsync();
        return said?.Contains("attached", StringComparison.Ordinal) == true
            ? new Injection(strace, trace)
            : throw new InvalidOperationException($"strace did not attach: {said}");
    }

    /// <summary>Lets the calls be again, and returns how many had failed.</summary>
    public async Task<int> EndAsync()
    {
        Machine.Run("kill", "-INT", _strace.Id.ToString(CultureInfo.InvariantCulture));
        await _strace.StandardError.ReadToEndAsync();
        await _strace.WaitForExitAsync();
        return (await File.ReadAllLinesAsync(_trace)).Count(line => line.Contains("(INJECTED)", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_strace.HasExited)
        {
            await EndAsync();
        }

        _strace.Dispose();
        File.Delete(_trace);
    }
}
