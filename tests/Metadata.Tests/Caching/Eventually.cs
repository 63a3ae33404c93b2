using System.Diagnostics;

namespace Metadata.Tests.Caching;

/// <summary>Waits for what other processes and threads do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task HoldsAsync(Func<Task<bool>> holds, TimeSpan within)
    {
        var waiting = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waiting.Elapsed < within, $"It still does not hold after {within}.");
            await Task.Delay(Pause);
        }
    }

    public static Task HoldsAsync(Func<bool> holds, TimeSpan within) => HoldsAsync(() => Task.FromResult(holds()), within);
}
