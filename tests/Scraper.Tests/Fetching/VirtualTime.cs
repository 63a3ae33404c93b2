using Hosts;

namespace Scraper.Tests.Fetching;

/// <summary>Runs code that waits on a clock of ours to its end, in no time at all.</summary>
internal static class VirtualTime
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    public static Task<T> RunAsync<T>(ManualTimeProvider clock, Func<Task<T>> act)
    {
        // Without the context of the test runner, code goes on inside the timer that woke it: nothing runs beside the clock.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var task = act();
            for (var passed = TimeSpan.Zero; !task.IsCompleted && passed < Longest; passed += Step)
            {
                clock.Advance(Step);
            }

            Assert.True(task.IsCompleted, "It still waits after two hours on the clock.");
            return task;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
