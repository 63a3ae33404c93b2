using System.Diagnostics;

namespace Journey.Tests.Processes;

/// <summary>Waits for what other processes do: asks until it holds, or gives up and says what was missing.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <param name="what">Completes "waited until …".</param>
    /// <param name="more">Read only on failure: the output of the process that was waited for.</param>
    public static async Task UntilAsync(string what, Func<Task<bool>> holds, Func<string>? more = null)
    {
        var clock = Stopwatch.StartNew();
        Exception? last = null;
        while (clock.Elapsed < Within)
        {
            try
            {
                if (await holds())
                {
                    return;
                }

                last = null;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                last = failure;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException(
            $"Waited {Within.TotalSeconds:0} s until {what}. {last?.Message}\n{more?.Invoke()}", last);
    }
}
