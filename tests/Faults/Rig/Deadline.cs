using System.Diagnostics;

namespace Faults.Rig;

/// <summary>Waits for what other processes do: asks until it holds, or gives up and says what was missing.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="what">Completes "waited until …".</param>
    /// <param name="more">Read only on failure: the output of the process that was waited for.</param>
    public static async Task UntilAsync(string what, Func<Task<bool>> holds, Func<string>? more = null)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            if (clock.Elapsed > Within)
            {
                throw new TimeoutException($"Waited {Within.TotalSeconds:0} s until {what}.\n{more?.Invoke()}");
            }

            await Task.Delay(Pause);
        }
    }

    public static Task UntilAsync(string what, Func<bool> holds, Func<string>? more = null) =>
        UntilAsync(what, () => Task.FromResult(holds()), more);
}
